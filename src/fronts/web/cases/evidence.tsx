import { type Block, type PartView, type ReasonView, type Run, rankOf } from '../../shared/index.ts';
import { inert } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

export const markId = (mail: number, match: number): string => `mail-${mail}-mark-${match}`;
export const reasonId = (mail: number, match: number): string => `mail-${mail}-reason-${match}`;

interface TextViewProps {
  readonly messages: Messages;
  readonly mail: number; // position in the case
  readonly reasons: readonly ReasonView[];
}

/** A part of a mail with its evidence marked; quotations and signatures stand back. */
export function TextView({ view, ...props }: TextViewProps & { readonly view: PartView }) {
  return (
    <div class="text">
      {view.blocks.map((block) => (
        <BlockView {...props} block={block} />
      ))}
      {view.cut > 0 && <p class="notice">{props.messages.case.cut(view.cut)}</p>}
    </div>
  );
}

function BlockView({ block, ...props }: TextViewProps & { readonly block: Block }) {
  const text = (
    <div class="words" dir="auto">
      {block.runs.map((run) => (
        <RunView {...props} run={run} />
      ))}
    </div>
  );
  const { kind, runs } = block;
  if (kind === 'own') return <div class="block own">{text}</div>;
  const written = runs.map((run) => run.text).join('');
  if (written.trim() === '') return null;
  const lines = written.trim().split('\n').length;
  return (
    <details class={`block ${kind}`} open={runs.some((run) => run.matches.length > 0)}>
      <summary>
        {props.messages.case.kinds[kind]} <span class="muted">{props.messages.case.lines(lines)}</span>
      </summary>
      {text}
    </details>
  );
}

/** A subject with its evidence marked, on one line. */
export function SubjectLine({ view, otherwise, ...props }: TextViewProps & Subject) {
  const runs = view.blocks.flatMap((block) => block.runs);
  if (runs.every(({ text }) => text.trim() === '')) return <span class="muted">{otherwise}</span>;
  return (
    <bdi>
      {runs.map((run) => (
        <RunView {...props} run={run} />
      ))}
      {view.cut > 0 && '…'}
    </bdi>
  );
}

interface Subject {
  readonly view: PartView;
  readonly otherwise: string; // said where it is empty
}

function RunView({ mail, reasons, run }: TextViewProps & { readonly run: Run }) {
  const shown = run.label === null ? inert(run.text) : <span class="masked">{run.label}</span>;
  const covering = run.matches.map((index) => reasons[index]!);
  const main = covering.reduce<ReasonView | null>((a, b) => (a === null || rankOf(b) > rankOf(a) ? b : a), null);
  if (main === null) return <>{shown}</>;
  const ending = covering.filter(({ index, number }) => number !== null && run.ending.includes(index));
  return (
    <>
      {run.starting.map((index) => (
        <span class="anchor" id={markId(mail, index)} />
      ))}
      <mark class={strengthOf(main)}>
        <a href={`#${reasonId(mail, main.index)}`}>
          {shown}
          {ending.length > 0 && <sup>{numbersOf(ending)}</sup>}
        </a>
      </mark>
    </>
  );
}

/** Numbers that nobody takes for one: 1・2, not 12. */
const numbersOf = (reasons: readonly ReasonView[]): string =>
  reasons
    .map(({ number }) => number!)
    .sort((a, b) => a - b)
    .join('・');

/** What the kinds of marks mean that a mail has. */
export function Legend({ messages: { case: say }, reasons }: Pick<TextViewProps, 'messages' | 'reasons'>) {
  const there = MARKS.filter((kind) => reasons.some((reason) => strengthOf(reason) === kind));
  if (there.length === 0) return null;
  return (
    <ul class="legend" aria-label={say.legend}>
      {there.map((kind) => (
        <li>
          <span class={`sign ${kind}`} aria-hidden="true" /> {say.marks[kind]}
        </li>
      ))}
    </ul>
  );
}

const MARKS = ['counted', 'cancelled', 'context'] as const;

/** Counted, found but cancelled by its surroundings, or context that never counts by itself. */
export const strengthOf = ({ match }: ReasonView): (typeof MARKS)[number] =>
  match.act === null ? 'context' : match.meant ? 'counted' : 'cancelled';
