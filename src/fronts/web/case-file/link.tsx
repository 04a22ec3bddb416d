import type { CaseDetail } from '../../../cases/index.ts';
import type { Messages } from '../shell/messages.ts';

/** The way from a case to its file. */
export function FileLink({
  messages: { caseFile: say },
  detail: { id, merging },
}: {
  readonly messages: Messages;
  readonly detail: Pick<CaseDetail, 'id' | 'merging'>;
}) {
  return (
    <section class="card hold" aria-labelledby="file-title">
      <h2 id="file-title">{say.title}</h2>
      <div class="act">
        <p>
          {say.short} {merging.parts.length > 0 && say.parts(merging.parts.length)}
        </p>
        <a class="button" href={`/cases/${id}/file`}>
          {say.open}
        </a>
      </div>
    </section>
  );
}
