import type { CaseDetail } from '../../../cases/index.ts';
import type { Messages } from '../shell/messages.ts';

/** The way from an approved case to its letters. */
export function LettersLink({
  messages: { letters: say },
  detail: { id, status },
}: {
  readonly messages: Messages;
  readonly detail: Pick<CaseDetail, 'id' | 'status'>;
}) {
  if (status !== 'approved') return null;
  return (
    <section class="card hold" aria-labelledby="letters-title">
      <h2 id="letters-title">{say.title}</h2>
      <div class="act">
        <p>{say.short}</p>
        <a class="button" href={`/cases/${id}/letters`}>
          {say.open}
        </a>
      </div>
    </section>
  );
}
