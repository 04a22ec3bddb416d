import { proposeMeasure } from '../../../actions/index.ts';
import { GATE_ANSWERS, GATES, MEASURE_STEPS, measureState, ruleOf, skippedBefore } from '../../../response/index.ts';
import { LongText, Radio } from '../shell/form-components.tsx';
import { first } from '../shell/form-values.ts';
import { inert } from '../shell/inert.ts';
import { MOST_NOTE } from './form.ts';
import type { MeasuresProps } from './props.ts';

/** The step with its written criteria, the questions, the reason. The gentlest step stands first. */
export function ProposalForm(props: MeasuresProps) {
  const { messages, id, found, values } = props;
  const say = messages.measures;
  return (
    <section class="card" aria-labelledby="propose">
      <h2 id="propose">{say.propose}</h2>
      <form method="post" action={`/cases/${id}/measures`}>
        <StepField {...props} />
        {GATES.map((gate) => (
          <fieldset>
            <legend>{say.gates[gate]}</legend>
            <div class="options">
              {GATE_ANSWERS.map((answer) => (
                <Radio values={values} name={gate} value={answer} label={say.answers[gate][answer]} />
              ))}
            </div>
            {gate === 'clause' && found.counterparty?.counterparty.clause != null && (
              <p class="hint">
                {messages.counterparties.clauseOf(
                  found.counterparty.counterparty.clause.agreedOn,
                  found.counterparty.counterparty.clause.document,
                )}
              </p>
            )}
            <div class="field">
              <label for={`${gate}-note`}>{say.gateNote}</label>
              <input
                id={`${gate}-note`}
                name={`${gate}-note`}
                maxlength={MOST_NOTE}
                value={first(values, `${gate}-note`)}
              />
            </div>
          </fieldset>
        ))}
        <OpinionFields {...props} />
        <LongText
          id="reason"
          name="reason"
          label={say.reason}
          need={messages.form.needed}
          hint={say.reasonHint}
          values={values}
          rows={4}
          most={proposeMeasure.shapes.reason.maxLength!}
        />
        <button type="submit" class="button primary">
          {say.send}
        </button>
      </form>
    </section>
  );
}

function StepField({ messages, found, values }: MeasuresProps) {
  const say = messages.measures;
  const rules = found.rules!.rules; // the form is there with rules only
  const taken = [
    ...found.inForce.map(({ step }) => step),
    ...found.measures.filter((one) => measureState(one, found.approved) === 'lifted').map(({ step }) => step),
  ];
  return (
    <fieldset>
      <legend>{say.step}</legend>
      {MEASURE_STEPS.map((step) => {
        const skipped = skippedBefore(step, taken);
        return (
          <div class="field">
            <Radio values={values} name="step" value={step} label={say.steps[step]} />
            <p class="hint lines">{inert(ruleOf(rules, step).criteria)}</p>
            {skipped.length > 0 && (
              <p class="hint">{say.skips(skipped.map((one) => say.steps[one]).join(say.separator))}</p>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

function OpinionFields({ messages, values, today }: MeasuresProps) {
  const say = messages.measures;
  const said = ['opinion-from', 'opinion-day', 'opinion-note'].some((name) => first(values, name) !== '');
  return (
    <details class="more" open={said}>
      <summary>{say.opinion}</summary>
      <p class="hint">{say.opinionHint}</p>
      <div class="field">
        <label for="opinion-from">{say.opinionFrom}</label>
        <input id="opinion-from" name="opinion-from" maxlength={200} value={first(values, 'opinion-from')} />
      </div>
      <div class="field">
        <label for="opinion-day">{say.opinionDay}</label>
        <input type="date" id="opinion-day" name="opinion-day" max={today} value={first(values, 'opinion-day')} />
      </div>
      <div class="field">
        <label for="opinion-note">{say.opinionNote}</label>
        <input id="opinion-note" name="opinion-note" maxlength={MOST_NOTE} value={first(values, 'opinion-note')} />
      </div>
    </details>
  );
}
