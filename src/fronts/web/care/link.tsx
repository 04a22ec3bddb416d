import type { CaseId } from '../../../cases/index.ts';
import type { Messages } from '../shell/messages.ts';

/** The way from a case to its care list: before, beside and after the decision. */
export function CareLink({ messages: { care: say }, id }: { readonly messages: Messages; readonly id: CaseId }) {
  return (
    <section class="card hold" aria-labelledby="care-title">
      <h2 id="care-title">{say.title}</h2>
      <div class="act">
        <p>{say.short}</p>
        <a class="button" href={`/cases/${id}/care`}>
          {say.openCare}
        </a>
      </div>
    </section>
  );
}
