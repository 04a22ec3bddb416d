import type { CaseDetail, CaseSummary } from '../../../cases/index.ts';
import { caseTabUrl } from '../cases/tabs.tsx';
import type { Clock } from '../shell/clock.ts';
import { BandLabel, Stranger } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

export interface MergeProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly detail: CaseDetail;
  readonly candidates: readonly (CaseSummary & { readonly hidden: boolean })[]; // `hidden`: its subject
}

/** What was merged into the case, and the way to merge more or to take it out. */
export function Merging(props: MergeProps) {
  const { messages, detail } = props;
  const say = messages.caseFile;
  const { id, status, merging, report } = detail;
  return (
    <section class="card" id="merge" aria-labelledby="merge-title">
      <h3 id="merge-title">{say.merging}</h3>
      <Parts {...props} />
      {status === 'open' ? (
        <>
          <p class="hint">
            {say.mergingLead} {report?.confidential === true && say.confidentialLead}
          </p>
          <Candidates {...props} />
          <form method="post" action={`/cases/${id}/merge`}>
            <div class="field">
              <label for="merge-other">{say.number}</label>
              <input id="merge-other" name="other" inputmode="numeric" maxlength={19} autocomplete="off" />
            </div>
            <button type="submit" class="button">
              {say.merge}
            </button>
          </form>
        </>
      ) : (
        <p class="hint">{merging.parts.length > 0 || status !== 'merged' ? say.notOpenNow : ''}</p>
      )}
    </section>
  );
}

function Parts({ messages, clock, detail: { id, status, merging } }: MergeProps) {
  const say = messages.caseFile;
  if (merging.parts.length === 0) return null;
  return (
    <>
      <h4>{say.standing}</h4>
      <ul class="plain">
        {merging.parts.map((part) => (
          <li>
            {say.part(part.id, inertLine(part.by, 60), clock.date(part.at))}{' '}
            <a href={caseTabUrl(part.id, 'response')}>{say.care}</a>
            {status === 'open' && (
              <form method="post" action={`/cases/${id}/split`}>
                <button type="submit" class="button" name="part" value={part.id} aria-label={say.splitOf(part.id)}>
                  {say.split}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Candidates({ messages, detail: { id }, candidates }: MergeProps) {
  const say = messages.caseFile;
  if (candidates.length === 0) return <p class="muted">{say.noCandidates}</p>;
  return (
    <>
      <h4>{say.candidates}</h4>
      <ul class="plain">
        {candidates.map((one) => (
          <li>
            <a href={`/cases/${one.id}`}>{messages.case.title(one.id)}</a>{' '}
            <BandLabel messages={messages} band={one.band} />{' '}
            {one.hidden ? (
              <span class="muted">{messages.queue.hiddenSubject}</span>
            ) : (
              <Stranger text={one.subject} otherwise={messages.queue.noSubject} />
            )}
            <form method="post" action={`/cases/${id}/merge`}>
              <button type="submit" class="button" name="other" value={one.id} aria-label={say.mergeOf(one.id)}>
                {say.merge}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}
