import type { MissedReport } from '../../../actions/index.ts';
import type { Messages } from '../shell/messages.ts';
import { recallWords } from './share.ts';

interface MissedCardProps {
  readonly messages: Messages;
  readonly missed: MissedReport;
}

/** Among other numbers: how much of harassment is found, and the way to what that stands on. */
export function MissedCard({ messages, missed: { estimate } }: MissedCardProps) {
  const say = messages.spotChecks;
  const recall = estimate === null || estimate.read === 0 ? null : estimate.recall;
  return (
    <section class="card" aria-labelledby="missed">
      <h2 id="missed">{say.title}</h2>
      <p>{recall === null ? say.lead : recallWords(messages, recall)}</p>
      <p class="no-print">
        <a href="/missed">{say.link}</a>
      </p>
    </section>
  );
}
