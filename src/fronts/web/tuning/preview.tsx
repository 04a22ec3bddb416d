import type { CaseStatus } from '../../../cases/index.ts';
import type { Preview } from '../../../tuning/index.ts';
import { inert, inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { PrecisionBar } from '../shell/precision.tsx';

/** A sentence as far as whoever looks may read it. */
export interface ShownExample {
  readonly caseId: string;
  readonly status: CaseStatus;
  readonly kind: 'found' | 'lost';
  readonly before: string; // the sentence around the words
  readonly words: string;
  readonly after: string;
  readonly hidden: string | null; // said in place of all three
}

/** With the sentences of the form that its entry is not to be found in, made anonymous. */
export type PreviewState = { readonly harmless: readonly string[] } & (
  | { readonly kind: 'empty' } // nothing is written yet
  | { readonly kind: 'waits' } // the script asks for it
  | { readonly kind: 'wrong'; readonly complaints: readonly string[] }
  | {
      readonly kind: 'shown';
      readonly preview: Preview;
      readonly beside: readonly string[]; // words beside which it is not found
      readonly broad: boolean; // more a week than a site takes without a reason
      readonly examples: readonly ShownExample[] | null; // null: whoever looks may not read cases
    }
);

/** An answer that is an error leaves what was shown. */
const KEEP_ON_ERROR = { 'hx-status:4xx': 'swap:none', 'hx-status:5xx': 'swap:none' } as const;

/** What a draft would change; asked for again while somebody writes. */
export function PreviewPane({ messages, state }: { readonly messages: Messages; readonly state: PreviewState }) {
  const say = messages.tuning;
  return (
    <section
      class="card tuning-preview"
      id="preview"
      aria-labelledby="preview-title"
      aria-live="polite"
      hx-post="/dictionaries/preview"
      hx-include="#entry-form"
      hx-trigger={`${state.kind === 'waits' ? 'load, ' : ''}input from:#entry-form delay:300ms`}
      hx-target="#preview-body"
      hx-select="#preview-body"
      hx-swap="outerHTML"
      hx-sync="this:replace"
      {...KEEP_ON_ERROR}
    >
      <h2 id="preview-title">{say.preview}</h2>
      <PreviewBody messages={messages} state={state} />
    </section>
  );
}

export function PreviewBody({ messages, state }: { readonly messages: Messages; readonly state: PreviewState }) {
  const say = messages.tuning;
  return (
    <div id="preview-body" data-preview={state.kind}>
      {(state.kind === 'empty' || state.kind === 'waits') && (
        <p class="muted">
          {say.waits} {say.warm}
        </p>
      )}
      {state.kind === 'wrong' && (
        <>
          <p>{say.wrongNow}</p>
          <ul class="complaints">
            {state.complaints.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </>
      )}
      {state.kind === 'shown' && <Shown messages={messages} {...state} />}
      <LeftOut messages={messages} state={state} />
    </div>
  );
}

function Shown({
  messages,
  preview,
  broad,
  examples,
}: { readonly messages: Messages } & Extract<PreviewState, { kind: 'shown' }>) {
  const say = messages.tuning;
  const number = (n: number) => n.toLocaleString(messages.language.code);
  return (
    <>
      <table class="preview-counts">
        <thead>
          <tr>
            <td />
            <th scope="col">{say.case}</th>
            <th scope="col">{messages.statuses.approved}</th>
            <th scope="col">{messages.statuses.dismissed}</th>
          </tr>
        </thead>
        <tbody>
          {(['found', 'lost', 'same'] as const).map((kind) => (
            <tr data-count={kind}>
              <th scope="row">{say[kind]}</th>
              <td>{number(preview[kind].cases)}</td>
              <td>{number(preview[kind].approved)}</td>
              <td>{number(preview[kind].dismissed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class={broad ? 'too-broad' : undefined}>
        <b>{say.perWeek(number(preview.perWeek))}</b> {broad && say.broad}
      </p>
      {preview.lost.approved > 0 && <p class="trouble">{say.losesApproved(preview.lost.approved)}</p>}
      <PrecisionBar messages={messages} precision={preview.precision} />
      {preview.overlap.length > 0 && (
        <>
          <h3>{say.overlap}</h3>
          <ul class="plain">
            {preview.overlap.map(({ entry, cases }) => (
              <li>
                <a href={`/dictionaries/${entry}`}>
                  <code>{entry}</code>
                </a>{' '}
                {say.overlapCases(number(cases))}
              </li>
            ))}
          </ul>
          <p class="small">{say.alone(number(preview.alone))}</p>
        </>
      )}
      <h3>{say.examples}</h3>
      {examples === null ? <p class="muted small">{say.examplesClosed}</p> : <Examples {...{ messages, examples }} />}
      <p class="muted small">
        {say.looked(number(preview.looked))} {say.notOrdinary}
      </p>
    </>
  );
}

function Examples({ messages, examples }: { readonly messages: Messages; readonly examples: readonly ShownExample[] }) {
  const say = messages.tuning;
  if (examples.length === 0) return <p class="muted small">—</p>;
  return (
    <ul class="plain preview-examples">
      {examples.map(({ caseId, status, kind, before, words, after, hidden }) => (
        <li>
          <span class={`pill ${kind === 'found' ? '' : 'pill-bad'}`}>
            {kind === 'found' ? say.foundMark : say.lostMark}
          </span>{' '}
          <a href={`/cases/${caseId}`}>{messages.case.title(caseId)}</a>{' '}
          <span class={`state state-${status}`}>{messages.statuses[status]}</span>{' '}
          {hidden === null ? (
            <bdi>
              {inert(before)}
              <mark>{inert(words)}</mark>
              {inert(after)}
            </bdi>
          ) : (
            <span class="muted">{hidden}</span>
          )}{' '}
          {kind === 'found' && <LeaveOut messages={messages} name="leave-out" value={caseId} label={say.leaveOut} />}
        </li>
      ))}
    </ul>
  );
}

/** A press of the form that comes back with another preview; without the script, with the whole page. */
function LeaveOut({
  messages,
  name,
  value,
  label,
}: {
  readonly messages: Messages;
  readonly name: 'leave-out' | 'take-in';
  readonly value: string;
  readonly label: string;
}) {
  return (
    <button
      type="submit"
      class="quiet"
      form="entry-form"
      formaction="/dictionaries/preview"
      name={name}
      value={value}
      aria-label={messages.tuning.leaveOutCalled(label, value)}
      hx-post="/dictionaries/preview"
      hx-include="#entry-form"
      hx-target="#preview-body"
      hx-select="#preview-body"
      hx-swap="outerHTML"
    >
      {label}
    </button>
  );
}

/** Sentences in which the entry is not found, with the words that tell them. */
function LeftOut({ messages, state }: { readonly messages: Messages; readonly state: PreviewState }) {
  const say = messages.tuning;
  const { harmless } = state;
  if (harmless.length === 0) return null;
  return (
    <>
      <h3>{say.leftOut}</h3>
      <ul class="plain preview-examples">
        {harmless.map((sentence) => (
          <li>
            <input type="hidden" form="entry-form" name="harmless" value={sentence} />
            {inertLine(sentence, 120)}{' '}
            <LeaveOut messages={messages} name="take-in" value={sentence} label={say.takeIn} />
          </li>
        ))}
      </ul>
      {state.kind === 'shown' && state.beside.length > 0 && (
        <p class="small">
          {say.beside(state.beside.map((word) => inertLine(word, 40)).join(messages.decide.separator))}
        </p>
      )}
    </>
  );
}
