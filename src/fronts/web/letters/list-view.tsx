import { inTheWay, type LettersState } from '../../../actions/index.ts';
import {
  clauseWords,
  isStale,
  kindsAt,
  LETTER_LANGUAGES,
  type Letter,
  letterLanguageOf,
  stageOf,
  stepFor,
} from '../../../response/index.ts';
import { caseTabUrl, draftUrl } from '../cases/tabs.tsx';
import type { Clock } from '../shell/clock.ts';
import { Columns, Scroll } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface ListProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly state: LettersState;
  readonly mayTemplates: boolean;
}

/** The letters of a case, and those that can be written; the ways are shut while something stands before them. */
export function LettersView(props: ListProps) {
  const { messages, state, mayTemplates } = props;
  const say = messages.letters;
  const { id, status } = state.detail;
  const locked = status === 'approved' && state.open.length > 0;
  return (
    <section aria-labelledby="letters">
      <h2 id="letters">{say.title}</h2>
      <p class="muted">{say.lead}</p>
      {locked && (
        <p class="alert">
          {say.locked(state.open.length)} <a href={caseTabUrl(id, 'response')}>{say.toCare}</a>
        </p>
      )}
      {state.stopped && (
        <p class="alert">
          {messages.concerned.stopped}{' '}
          <a href={`${caseTabUrl(id, 'response')}#concerned`}>{messages.concerned.title}</a>
        </p>
      )}
      {status !== 'approved' && <p class="hint">{status === 'open' ? say.notApproved : say.dismissed}</p>}
      <Written {...props} />
      {!locked && !state.stopped && <Kinds {...props} />}
      {mayTemplates && (
        <p>
          <a href="/letter-templates">{say.templates}</a>
        </p>
      )}
    </section>
  );
}

function Written({ messages, clock, state: { detail, letters } }: ListProps) {
  const say = messages.letters;
  return (
    <div class="card">
      <h3>{say.written}</h3>
      {letters.length === 0 ? (
        <p class="muted">{say.none}</p>
      ) : (
        <Scroll label={say.written}>
          <table>
            <Columns of={[say.number, say.kind, say.stage, say.drafted]} />
            <tbody>
              {letters.toReversed().map((letter) => (
                <tr>
                  <th scope="row">{letter.number}</th>
                  <td>
                    <a href={`/cases/${letter.caseId}/letters/${letter.id}`}>{say.kinds[letter.kind]}</a>{' '}
                    <span class="muted small">{say.languages[letter.language]}</span>
                  </td>
                  <td>
                    <Stage messages={messages} letter={letter} stale={isStale(letter, standing(detail))} />
                  </td>
                  <td>{say.deed(inertLine(letter.drafted.by, 60), clock.date(letter.drafted.at))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </div>
  );
}

/** How a case stands, as far as letters ask. */
export const standing = ({ status, decisions }: LettersState['detail']) => ({ status, decisions: decisions.length });

interface StageProps {
  readonly messages: Messages;
  readonly letter: Letter;
  readonly stale: boolean;
}

/** How far a letter has come; one that is locked again says so in the colour, and its page in words. */
export function Stage({ messages, letter, stale }: StageProps) {
  const stage = stageOf(letter);
  const bad = stale && stage !== 'withdrawn';
  return <span class={bad ? 'pill pill-bad' : 'pill'}>{messages.letters.stages[stage]}</span>;
}

function Kinds({ messages, state }: ListProps) {
  const say = messages.letters;
  const { detail, counterparty, own } = state;
  const theirs = letterLanguageOf(detail);
  const languages = [theirs, ...LETTER_LANGUAGES.filter((one) => one !== theirs)];
  const clause = counterparty?.clause ? clauseWords(counterparty.clause, messages.language.code) : null;
  return (
    <section class="card" aria-labelledby="write-title">
      <h3 id="write-title">{say.write}</h3>
      <ul class="plain letter-kinds">
        {kindsAt(detail.status).map((kind) => {
          const obstacle = inTheWay(state, kind);
          const step = stepFor(kind);
          return (
            <li>
              <h4>{say.kinds[kind]}</h4>
              <p class="hint">{say.purposes[kind]}</p>
              {step !== null && obstacle === 'measure' && (
                <p class="alert">
                  {say.noMeasure(messages.measures.steps[step])}{' '}
                  <a href={`${caseTabUrl(detail.id, 'response')}#measures-of-case`}>{messages.measures.open}</a>
                </p>
              )}
              {kind === 'immediate-termination' && (
                <p class={clause === null ? 'alert' : 'hint'}>
                  {clause === null ? say.noClause : say.clauseOnFile(inertLine(clause, 200))}
                </p>
              )}
              {obstacle === 'company' && <p class="alert">{say.noCompany}</p>}
              {obstacle === null && (
                <p class="buttons-line">
                  {languages.map((language) => (
                    <a class="button" href={draftUrl(detail.id, { kind, language })}>
                      <span class="visually-hidden">{say.kinds[kind]}: </span>
                      {say.languages[language]}
                      {own.includes(`${kind}.${language}`) ? ` · ${say.ownTemplate}` : ''}
                    </a>
                  ))}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
