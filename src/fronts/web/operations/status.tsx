import type { Clock } from '../../shared/clock.ts';
import type { DeskStatus } from '../../shared/deps.ts';
import { inertLine } from '../shell/inert.ts';
import type { Words } from '../shell/messages.ja.ts';
import { Channels } from './channels.tsx';
import { Sources } from './sources.tsx';

interface StatusViewProps {
  readonly words: Words;
  readonly clock: Clock;
  readonly status: DeskStatus;
  readonly mayTest: boolean;
}

/** How the service is: for every role, without mail text. */
export function StatusView({ words, clock, status, mayTest }: StatusViewProps) {
  const say = words.status;
  const { sources, dictionary, backlog, channels } = status;
  return (
    <>
      <h1>{say.title}</h1>
      <p>
        <a href="/operations">{words.operations.link}</a>
      </p>
      <Sources words={words} clock={clock} sources={sources} />
      {channels.length > 0 && <Channels words={words} clock={clock} channels={channels} mayTest={mayTest} />}
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
              {dictionary.problem === null ? (
                <span class="pill pill-good">{say.dictionaryWell}</span>
              ) : (
                <span class="trouble">{say.dictionaryTrouble(inertLine(dictionary.problem, 2000))}</span>
              )}
            </dd>
          </dl>
        </section>
        <section class="card">
          <h2>{say.backlog}</h2>
          <p class="figure">{backlog.toLocaleString(words.language.code)}</p>
          <p class="muted">{say.backlogLead}</p>
        </section>
      </div>
    </>
  );
}
