import { problemsInWords } from '../../../detect/index.ts';
import type { ServiceStatus } from '../../shared/index.ts';
import { StepsBar } from '../first-steps/bar.tsx';
import type { Clock } from '../shell/clock.ts';
import { namesOf } from '../shell/health.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { Channels } from './channels.tsx';
import { Sources } from './sources.tsx';

interface StatusViewProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly status: ServiceStatus;
  readonly mayTest: boolean;
  readonly steps: number | null; // of the first ones that are done, where they are offered
}

/** How the service is: for every role, without mail text. */
export function StatusView({ messages, clock, status, mayTest, steps }: StatusViewProps) {
  const say = messages.status;
  const { sources, dictionary, backlog, channels } = status;
  return (
    <>
      <h1>{say.title}</h1>
      <StepsBar messages={messages} done={steps} />
      <p>
        <a href="/operations">{messages.operations.link}</a>
      </p>
      <Sources messages={messages} clock={clock} sources={sources} />
      {channels.length > 0 && <Channels messages={messages} clock={clock} channels={channels} mayTest={mayTest} />}
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
    </>
  );
}
