import { type CaseView, strongestReason } from '../../shared/index.ts';
import type { Clock } from '../shell/clock.ts';
import { ActList } from '../shell/components.tsx';
import { inert, inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface SummaryProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly view: CaseView;
}

/** What stands behind the line that says why: to whom and when, the strongest reason. */
export function Summary({ messages, clock, view: { detail, mails, strongest, masking } }: SummaryProps) {
  const say = messages.case;
  const to = (mails.at(-1)?.message?.to ?? []).map(({ name, address }) =>
    name === '' ? address : `${name} <${address}>`,
  );
  const reason = strongest && strongestReason(strongest);
  return (
    <section class="summary" aria-labelledby="summary">
      <h2 class="visually-hidden" id="summary">
        {say.summary}
      </h2>
      <div class="summary-grid">
        <dl class="facts">
          {to.length > 0 && (
            <>
              <dt>{say.to}</dt>
              <dd>
                <bdi>{inertLine(masking.cover(to.join(', ')))}</bdi>
              </dd>
            </>
          )}
          <dt>{say.received}</dt>
          <dd>
            <time datetime={detail.receivedAt.toISOString()}>{clock.date(detail.receivedAt)}</time>
          </dd>
          <dt>{say.acts}</dt>
          <dd>
            {detail.acts.length === 0 ? (
              <span class="muted">{say.noActs}</span>
            ) : (
              <ActList messages={messages} acts={detail.acts} />
            )}
          </dd>
        </dl>
      </div>
      {reason?.sentence && (
        <div class="strongest">
          <h3>{say.strongest}</h3>
          <p>{inert(reason.sentence)}</p>
        </div>
      )}
      {detail.previousCase !== null && (
        <p class="previous">
          <a href={`/cases/${detail.previousCase}`}>{say.previous(detail.previousCase)}</a>
        </p>
      )}
    </section>
  );
}
