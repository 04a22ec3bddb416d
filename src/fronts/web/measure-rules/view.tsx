import { APPROVING, MEASURE_STEPS, type MeasureRules, type RuleVersion } from '../../../response/index.ts';
import { RulesFrame } from '../escalation/rules-frame.tsx';
import type { Clock } from '../shell/clock.ts';
import { LongText, Tick } from '../shell/form-components.tsx';
import { first, type Values } from '../shell/form-values.ts';
import { inert, inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { MOST_TEXT } from './form.ts';

interface RulesProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly versions: readonly RuleVersion<MeasureRules>[]; // the newest first
  readonly mayChange: boolean;
  readonly values: Values;
  readonly error: string | null;
  readonly saved: boolean;
}

/** When each step comes into question, what the front line does, who approves; and what is due when a demand comes again. */
export function MeasureRulesView(props: RulesProps) {
  const { messages, clock, versions, mayChange, error, saved } = props;
  const say = messages.measureRules;
  const newest = versions[0];
  return (
    <RulesFrame
      messages={messages}
      current="measures"
      versions={versions.map((one) => say.version(one.version, clock.date(one.at), inertLine(one.by, 60)))}
      error={error}
      saved={saved}
    >
      <p class="hint">{mayChange ? say.notLegal : say.readOnly}</p>
      {mayChange ? <RulesForm {...props} /> : newest !== undefined && <RulesAsText {...props} rules={newest.rules} />}
    </RulesFrame>
  );
}

function RulesForm({ messages, versions, values }: RulesProps) {
  const say = messages.measureRules;
  return (
    <form method="post" action="/measures/rules">
      <input type="hidden" name="after" value={versions[0]?.version ?? 0} />
      {MEASURE_STEPS.map((step) => (
        <section class="card" aria-labelledby={`step-${step}`}>
          <h3 id={`step-${step}`}>{messages.measures.steps[step]}</h3>
          <LongText
            id={`criteria-${step}`}
            name={`criteria.${step}`}
            label={say.criteria}
            hint={say.criteriaHint}
            values={values}
            rows={3}
            most={MOST_TEXT}
          />
          <LongText
            id={`front-line-${step}`}
            name={`front-line.${step}`}
            label={say.frontLine}
            hint={say.frontLineHint}
            values={values}
            rows={2}
            most={MOST_TEXT}
          />
          <fieldset>
            <legend>{say.approvers}</legend>
            <div class="options">
              {APPROVING.map((role) => (
                <Tick values={values} name={`approvers.${step}`} value={role} label={messages.roles[role]} />
              ))}
            </div>
          </fieldset>
          <Tick values={values} name={`opinion.${step}`} value="1" label={say.opinionAlways} />
        </section>
      ))}
      <section class="card" aria-labelledby="repeats">
        <h3 id="repeats">{say.repeats}</h3>
        <p class="hint">{say.repeatsLead}</p>
        {(['caution', 'end'] as const).map((name) => (
          <>
            <div class="field">
              <label for={name}>{say[name]}</label>
              <input type="number" id={name} name={name} min="2" max="99" value={first(values, name)} required />
            </div>
            <LongText
              id={`${name}-reply`}
              name={`${name}-reply`}
              label={say[`${name}Reply`]}
              hint={say.replyHint}
              values={values}
              rows={3}
              most={MOST_TEXT}
            />
          </>
        ))}
      </section>
      <button type="submit" class="button primary">
        {say.save}
      </button>
    </form>
  );
}

function RulesAsText({ messages, rules }: RulesProps & { readonly rules: MeasureRules }) {
  const say = messages.measureRules;
  return (
    <>
      {rules.steps.map(({ step, criteria, frontLine, approvers, opinion = false }) => (
        <section class="card" aria-labelledby={`step-${step}`}>
          <h3 id={`step-${step}`}>{messages.measures.steps[step]}</h3>
          <dl class="answers">
            <dt>{say.criteria}</dt>
            <dd class="lines">{inert(criteria)}</dd>
            <dt>{say.frontLine}</dt>
            <dd class="lines">{inert(frontLine)}</dd>
            <dt>{say.approvers}</dt>
            <dd>{approvers.map((role) => messages.roles[role]).join(messages.measures.separator)}</dd>
            <dt>{say.opinion}</dt>
            <dd>{opinion ? say.opinionAlways : say.opinionWhere}</dd>
          </dl>
        </section>
      ))}
      <section class="card" aria-labelledby="repeats">
        <h3 id="repeats">{say.repeats}</h3>
        <dl class="answers">
          <dt>{say.caution}</dt>
          <dd>{rules.repeats.caution}</dd>
          <dt>{say.end}</dt>
          <dd>{rules.repeats.end}</dd>
        </dl>
      </section>
    </>
  );
}
