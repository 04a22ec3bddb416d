import { problemsInWords } from '../../../detect/index.ts';
import type { ServiceStatus } from '../../shared/index.ts';
import { namesOf } from '../shell/health.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

/** Which dictionaries judge, and how many mails wait for it. */
export function DictionaryAndBacklog({
  messages,
  status: { dictionary, backlog },
}: {
  readonly messages: Messages;
  readonly status: ServiceStatus;
}) {
  const say = messages.status;
  return (
    <div class="pair">
      <section class="card">
        <h2>{say.dictionary}</h2>
        <dl class="facts">
          <dt>{say.version}</dt>
          <dd>
            <code>{dictionary.version}</code>
          </dd>
          <dt>{say.state}</dt>
          <dd>
            {dictionary.problem === null && dictionary.hosts.length === 0 && (
              <span class="pill pill-good">{say.dictionaryWell}</span>
            )}
            {dictionary.problem !== null && (
              <span class="trouble">
                {say.dictionaryTrouble(inertLine(problemsInWords(dictionary.problem, messages.language.code), 2000))}
              </span>
            )}
            {dictionary.hosts.length > 0 && (
              <p class="trouble">{say.hostsTrouble(inertLine(namesOf(dictionary.hosts), 2000))}</p>
            )}
          </dd>
        </dl>
      </section>
      <section class="card">
        <h2>{say.backlog}</h2>
        <p class="figure">{backlog.toLocaleString(messages.language.code)}</p>
        <p class="muted">{say.backlogLead}</p>
      </section>
    </div>
  );
}
