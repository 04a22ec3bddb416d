import type { Span, Token } from '../text/types.ts';
import type { Endings } from './endings/parse.ts';
import { inflecting } from './heads/inflecting.ts';
import { nominal, speltNoun } from './heads/nominal.ts';
import { nounAndVerb } from './heads/noun-and-verb.ts';
import { spelt } from './heads/spelt.ts';

/** A predicate with its endings read: `end` is where the word's own spelling stops, `endings.end` where the chain does. */
export interface Head extends Span {
  readonly lemma: string;
  readonly kind: 'verb' | 'adjective' | 'noun';
  readonly endings: Endings;
}

/** The sentence while heads are looked for. */
export interface Scan {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly isBoundary: (at: number) => boolean;
}

/** Ways to read a predicate that begins at a token; the surest first. */
const readings: readonly ((scan: Scan, i: number) => Head | null)[] = [
  spelt,
  speltNoun,
  nounAndVerb,
  inflecting,
  nominal,
];

/** The predicates of a sentence in order; none reaches into the next. */
export function findHeads(text: string, tokens: readonly Token[]): Head[] {
  const starts = new Set(tokens.map(({ start }) => start));
  const scan: Scan = {
    text,
    tokens,
    isBoundary: (at) => at === text.length || (starts.has(at) && !/[ゃゅょー]/.test(text[at]!)),
  };
  const heads: Head[] = [];
  for (let i = 0; i < tokens.length; ) {
    let head: Head | null = null;
    for (const read of readings) {
      head = read(scan, i);
      if (head !== null) break;
    }
    if (head === null) {
      i++;
      continue;
    }
    heads.push(head);
    const from = i;
    while (i < tokens.length && tokens[i]!.start < head.endings.end) i++;
    if (i === from) i++;
  }
  return heads;
}
