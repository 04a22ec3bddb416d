import type { z } from 'zod';
import { type Locate, type Problem, readYaml } from '../../../util/located-yaml.ts';
import type { createCompiler } from '../compile-rules.ts';
import { ContextsFile, OverlayFile, type Scoring, ScoringOverlay } from '../schema.ts';
import type { DictionaryFile, SiteRule } from '../types.ts';

/** Paths of a site's own rules, which lie over those of the folder, begin with it. */
export const OVERLAY = 'overlay/';
const CONTEXTS = `${OVERLAY}grammar/contexts`;
const SCORING = `${OVERLAY}scoring.yaml`;
const MAILBOXES = `${OVERLAY}mailboxes/`;
const OTHER_LANGUAGES = `${OVERLAY}scoring.other-languages.yaml`;

/** A rule of a site as a file of its own: what is wrong with it is told with its name, and harms no other. */
export function siteFile({ entry, act, section, text }: SiteRule): DictionaryFile {
  if (section === 'thresholds') return { path: SCORING, text };
  if (section === 'otherLanguages') return { path: OTHER_LANGUAGES, text };
  const list = `${section}:\n${text.replace(/^(?=.)/gm, '  ')}`;
  if (section === 'contexts') return { path: `${CONTEXTS}/${entry}.yaml`, text: list };
  if (section === 'mailboxes') return { path: `${MAILBOXES}${entry}.yaml`, text: list };
  return { path: `${OVERLAY}${entry}.yaml`, text: `act: ${act}\n${list}` };
}

export const isOverlay = ({ path }: Pick<DictionaryFile, 'path'>): boolean => path.startsWith(OVERLAY);

interface Read<S extends z.ZodType> {
  readonly value: z.output<S>;
  readonly locate: Locate;
}

/** What an overlay holds, and the ids under which it replaces what stands in the folder. */
export interface Overlay {
  readonly acts: readonly Read<typeof OverlayFile>[];
  readonly contexts: readonly Read<typeof ContextsFile>[];
  readonly ids: ReadonlySet<string>;
  /** The thresholds of the overlay in place of the folder's. */
  readonly scored: (scoring: Scoring) => Scoring;
}

export function readOverlay(files: readonly DictionaryFile[], problems: Problem[]): Overlay {
  const acts: Read<typeof OverlayFile>[] = [];
  const contexts: Read<typeof ContextsFile>[] = [];
  let own: Partial<Own> = {};
  for (const { path, text } of files) {
    if (path === SCORING || path === OTHER_LANGUAGES || path.startsWith(MAILBOXES)) {
      const read = readYaml(path, text, ScoringOverlay);
      if (read.ok) own = laidOver(own, read.value);
      else problems.push(...read.problems);
    } else if (path.startsWith(CONTEXTS)) {
      const read = readYaml(path, text, ContextsFile);
      if (read.ok) contexts.push(read);
      else problems.push(...read.problems);
    } else {
      const read = readYaml(path, text, OverlayFile);
      if (read.ok) acts.push(read);
      else problems.push(...read.problems);
    }
  }
  const ids = [
    ...acts.flatMap(({ value }) => [...value.demands, ...value.expressions]),
    ...contexts.flatMap(({ value }) => value.contexts),
  ].map(({ id }) => id);
  const scored = (scoring: Scoring): Scoring => laidOver(scoring, own);
  return { acts, contexts, ids: new Set(ids), scored };
}

type Own = Pick<Scoring, 'thresholds' | 'mailboxes' | 'otherLanguages'>;

/** Thresholds of all in place of those before; those of a mailbox beside those of others. */
const laidOver = <S extends Partial<Own>>(below: S, own: Partial<Own>): S => ({
  ...below,
  ...own,
  ...(own.mailboxes === undefined ? {} : { mailboxes: { ...below.mailboxes, ...own.mailboxes } }),
});

export function compileOverlay({ acts, contexts }: Overlay, compiler: ReturnType<typeof createCompiler>): void {
  for (const { value, locate } of acts) {
    const { act, demands, expressions } = value;
    compiler.entries(demands, { kind: 'demand', act }, locate, 'demands');
    compiler.entries(expressions, { kind: 'expression', act }, locate, 'expressions');
  }
  for (const read of contexts) compiler.contexts(read);
}
