import type { CaseId } from '../../../cases/index.ts';
import type { Messages } from '../shell/messages.ts';

/** The way from a case to what was asked outside about it. */
export const ExpertsLink = ({
  messages: { experts: say },
  id,
}: {
  readonly messages: Messages;
  readonly id: CaseId;
}) => (
  <section class="card hold" aria-labelledby="experts-title">
    <h2 id="experts-title">{say.link}</h2>
    <div class="act">
      <p>{say.short}</p>
      <a class="button" href={`/cases/${id}/experts`}>
        {say.open}
      </a>
    </div>
  </section>
);
