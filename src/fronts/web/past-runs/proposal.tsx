import type { PastRunId } from '../../../cases/index.ts';
import { inertLine } from '../shell/inert.ts';
import type { Proposal, RunProps } from './props.ts';
import { rateOf } from './rate.ts';

type Props = Pick<RunProps, 'messages' | 'clock'> & { readonly proposal: Proposal; readonly run: PastRunId };

/** A budget is typed here, and what is shown for it is put in force by a step of its own. */
export function ProposalView({ messages, clock, proposal, run }: Props) {
  const say = messages.pastRuns;
  const { asked, budget, moved, level, base, maySet, mailbox, last } = proposal;
  const number = (n: number) => n.toLocaleString(messages.language.code);
  return (
    <section class="card" id="proposal" aria-label={say.budget}>
      <form method="get" action={`/past/${run}`}>
        <div class="field">
          <label for="budget">{say.budget}</label>
          <input type="number" id="budget" name="budget" value={asked} min={0} max={99_999} step="0.1" required />
        </div>
        <button type="submit" class="button">
          {say.propose}
        </button>
      </form>
      {asked !== '' && budget === null && (
        <p class="error" role="alert">
          {say.budgetWrong}
        </p>
      )}
      {budget !== null && !moved && <p>{say.unmoved}</p>}
      {budget !== null && moved && level === null && <p class="alert">{say.noProposal(number(budget))}</p>}
      {budget !== null && level !== null && (
        <>
          <h3>{say.proposal(number(budget), mailbox)}</h3>
          <p>{say.proposed(rateOf(messages, level.cases))}</p>
          <ul>
            <li>{say.lines(say.percent(level.thresholds.grey), say.percent(level.thresholds.review))}</li>
          </ul>
          {level.factor === 1 ? (
            <p class="muted">{say.levelSame}</p>
          ) : maySet ? (
            <form method="post" action={`/past/${run}/thresholds`}>
              <input type="hidden" name="budget" value={String(budget)} />
              <input type="hidden" name="base" value={base} />
              <div class="field">
                <label for="reason">{say.reason}</label>
                <input id="reason" name="reason" maxlength={500} autocomplete="off" />
              </div>
              <p class="hint">{say.applyLead}</p>
              <button type="submit" class="button primary">
                {say.apply}
              </button>
            </form>
          ) : (
            <p class="muted">{say.applyClosed}</p>
          )}
        </>
      )}
      {last !== null && maySet && (
        <form method="post" action={`/past/${run}/thresholds/${last.id}/revert`}>
          <p>{say.lastChange(inertLine(last.by, 60), clock.date(last.at))}</p>
          <button type="submit" class="button">
            {say.takeBack}
          </button>
        </form>
      )}
    </section>
  );
}
