import { decideMeasure, endMeasure, withdrawMeasure } from '../../../actions/index.ts';
import { approverProblem, approversOf, GATES, lettersFor, measureState, ruleOf } from '../../../response/index.ts';
import { draftUrl } from '../cases/tabs.tsx';
import { objectingUrl } from '../objections/urls.ts';
import { ActForm, formOf } from '../shell/acts/form.tsx';
import { inert, inertLine } from '../shell/inert.ts';
import type { MeasuresProps } from './props.ts';
import type { CaseMeasures } from './query.ts';
import { WhoCan } from './who-can.tsx';

type ItemProps = MeasuresProps & { readonly measure: CaseMeasures['measures'][number] };

/** One measure of a case: what was proposed and why, who decided, and what can be done with it now. */
export function MeasureItem(props: ItemProps) {
  const { messages, clock, found, measure } = props;
  const say = messages.measures;
  const state = measureState(measure, found.approved);
  const { proposed, outcome, lifted, opinion } = measure;
  const name = (by: string) => inertLine(by, 60);
  return (
    <article class="card" id={`measure-${measure.id}`}>
      <h3>
        {say.steps[measure.step]}{' '}
        <span class={state === 'in-force' ? 'pill pill-bad' : 'pill'}>{say.states[state]}</span>
      </h3>
      <p class="muted small">{say.proposedBy(name(proposed.by), clock.date(proposed.at))}</p>
      {measure.rules !== null && (
        <p class="muted small">{say.rulesLine(measure.rules.version, clock.day(measure.rules.at))}</p>
      )}
      <p class="lines">{inert(measure.reason)}</p>
      <dl class="answers">
        {GATES.map((gate) => (
          <>
            <dt>{say.gates[gate]}</dt>
            <dd>
              {say.answers[gate][measure.gates[gate].answer]}
              {measure.gates[gate].note !== '' && `：${inertLine(measure.gates[gate].note, 1000)}`}
            </dd>
          </>
        ))}
      </dl>
      {opinion !== null && (
        <p>
          {say.opinionBy(inertLine(opinion.from, 200), opinion.day)} {inertLine(opinion.note, 1000)}
        </p>
      )}
      {outcome?.what === 'approved' && found.confidential && (
        <p class="muted small">{measure.shown ? say.shownYes : say.shownNo}</p>
      )}
      {outcome !== null && (
        <p>
          {say.outcomeBy(say.outcomes[outcome.what], name(outcome.by), clock.date(outcome.at))}{' '}
          {inertLine(outcome.note, 1000)}
        </p>
      )}
      {lifted !== null && (
        <p>
          {say.liftedBy(name(lifted.by), clock.date(lifted.at))} {inertLine(lifted.note, 1000)}
        </p>
      )}
      {outcome?.what === 'approved' && (
        <p>
          <a href={objectingUrl(props.id, `measure-${measure.id}`)}>{messages.objections.record.title}</a>
        </p>
      )}
      {state === 'in-force' && (
        <p class="buttons">
          {lettersFor(measure.step).map((kind) => (
            <a class="button" href={draftUrl(props.id, { kind })}>
              {messages.caseTabs.steps.write(messages.letters.kinds[kind])}
            </a>
          ))}
        </p>
      )}
      {state === 'proposed' && <SecondPerson {...props} />}
      {(state === 'in-force' || state === 'questioned') && props.mayDecide && <Lift {...props} />}
    </article>
  );
}

function SecondPerson(props: ItemProps) {
  const { messages, id, found, measure, person, mayDecide, mayInvite } = props;
  const say = messages.measures;
  const at = { id, measure: measure.id };
  const { action, field } = formOf({ ...props, act: decideMeasure, say: say.decide, at, usual: { shown: 'no' } });
  const rule = measure.rules === null ? null : ruleOf(measure.rules.rules, measure.step);
  const problem = rule === null ? 'wrong-role' : approverProblem(measure, rule, person);
  return (
    <>
      {rule !== null && (
        <p class="hint">
          {say.secondLead}{' '}
          {say.approvers(
            approversOf(rule)
              .map((role) => messages.roles[role])
              .join(say.separator),
          )}
        </p>
      )}
      {problem === 'own-proposal' ? (
        <>
          <p>{say.problems[problem]}</p>
          <WhoCan messages={messages} people={found.seconds} mayInvite={mayInvite} />
          <ActForm {...props} act={withdrawMeasure} say={say.withdraw} at={at} />
        </>
      ) : problem !== null || !mayDecide ? (
        <p>{mayDecide && problem !== null ? say.problems[problem] : say.notDecider}</p>
      ) : (
        <form method="post" action={action}>
          {measure.stale && <p class="alert">{say.stale}</p>}
          {field('note', 2)}
          {found.confidential && field('shown')}
          <div class="act">
            {!measure.stale && (
              <button type="submit" class="button primary" name="what" value="approved">
                {say.approve}
              </button>
            )}
            <button type="submit" class="button" name="what" value="declined">
              {say.decline}
            </button>
          </div>
        </form>
      )}
    </>
  );
}

function Lift({ id, measure, ...common }: ItemProps) {
  const say = common.messages.measures;
  return (
    <details class="more">
      <summary>{say.lift.do}</summary>
      <ActForm {...common} act={endMeasure} say={say.lift} at={{ id, measure: measure.id }} />
    </details>
  );
}
