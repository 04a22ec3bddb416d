import type { Token } from '../../text/index.ts';
import type { Head, Scan } from './head.ts';
import { inflecting } from './inflecting.ts';
import { nominal, speltNoun } from './nominal.ts';
import { nounAndVerb } from './noun-and-verb.ts';
import { purpose } from './purpose.ts';
import { spelt } from './spelt.ts';

/** Ways to read a predicate that begins at a token; the surest first. */
const readings: readonly ((scan: Scan, i: number) => Head | null)[] = [
  spelt,
  speltNoun,
  purpose,
  nounAndVerb,
  inflecting,
  nominal,
];

/** 客に行かせ、…: an order only where the sentence ends. */
function joined(head: Head, text: string): Head {
  const { names, end } = head.endings;
  if (names.at(-1) !== 'causative.M' || text[end - 1] !== 'せ' || !/[、,]/.test(text[end] ?? '')) return head;
  return { ...head, endings: { ...head.endings, form: 'I', names: [...names.slice(0, -1), 'causative.I'] } };
}

/** The predicates of a sentence in order; none reaches into the next. */
export function findHeads(text: string, tokens: readonly Token[]): Head[] {
  const boundaries = new Uint8Array(text.length + 1);
  for (const { start } of tokens) if (!'ゃゅょー'.includes(text[start]!)) boundaries[start] = 1;
  boundaries[text.length] = 1;
  const scan: Scan = { text, tokens, isBoundary: (at) => boundaries[at] === 1 };
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
    const free = heads.at(-1)?.endings.end ?? 0; // the お before it may be the end of the last
    heads.push(joined(head.start < free ? { ...head, start: tokens[i]!.start } : head, text));
    const from = i;
    while (i < tokens.length && tokens[i]!.start < head.endings.end) i++;
    if (i === from) i++;
  }
  return heads;
}
