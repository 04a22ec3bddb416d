import type { Clock } from '../clock.ts';
import type { DeskStatus } from '../deps.ts';
import { inertLine } from '../inert.ts';
import type { Words } from '../words/ja.ts';
import { Channels } from './channels.tsx';
import { State } from './state.tsx';

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
  const when = (at: Date | null) => (at === null ? say.never : clock.date(at));
  return (
    <>
      <h1>{say.title}</h1>
      <section class="card">
        <h2>{say.sources}</h2>
        {sources.length === 0 ? (
          <p class="muted">{say.noSources}</p>
        ) : (
          <section class="scroll" aria-label={say.sources}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say.name}</th>
                  <th scope="col">{say.state}</th>
                  <th scope="col">{say.contact}</th>
                  <th scope="col">{say.lastMail}</th>
                </tr>
              </thead>
              <tbody>
                {sources.map(({ name, trouble, troubleSince, lastContactAt, lastMailAt, note }) => (
                  <tr>
                    <th scope="row">{inertLine(name, 60)}</th>
                    <td>
                      <State words={words} clock={clock} trouble={trouble} since={troubleSince} />
                      {note !== null && <p class="muted">{inertLine(note)}</p>}
                    </td>
                    <td>{when(lastContactAt)}</td>
                    <td>{when(lastMailAt)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </section>
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
