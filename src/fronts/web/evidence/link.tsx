import type { CaseDetail } from '../../../cases/index.ts';
import type { Messages } from '../shell/messages.ts';

/** The way from an approved case to what may be handed to people outside. */
export function EvidenceLink({
  messages: { evidence: say },
  detail: { id, status },
}: {
  readonly messages: Messages;
  readonly detail: Pick<CaseDetail, 'id' | 'status'>;
}) {
  if (status !== 'approved') return null;
  return (
    <section class="card hold" aria-labelledby="evidence-title">
      <h2 id="evidence-title">{say.title}</h2>
      <div class="act">
        <p>{say.short}</p>
        <a class="button" href={`/cases/${id}/evidence`}>
          {say.open}
        </a>
      </div>
    </section>
  );
}
