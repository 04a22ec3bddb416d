import type { Clause } from '../clause/index.ts';

/** Main clauses that turn a denied or conceded act into one that is wanted; all but 済まない are denied themselves. */
const WANTING = new Set('済む すむ 済まない 収まる おさまる 飽き足りる 飽きたりる 足りる 分かる 納得する'.split(' '));

/** 殺されたくなければ謝れ: what is threatened unless. */
const isSpared = ({ mood, polarity }: Clause, main: Clause | undefined): boolean =>
  mood === 'wish' &&
  polarity === 'denied' &&
  main !== undefined &&
  /^(?:order|demand|request|prohibit)$/.test(main.mood);

/** 誰かに刺されないように気をつけろ */
const isWarning = ({ voice, polarity, args, frames }: Clause, next: Clause | undefined): boolean =>
  voice === 'passive' &&
  polarity === 'denied' &&
  frames.some((frame) => frame.kind === 'nominal' && frame.head === 'よう') &&
  next !== undefined &&
  /^(?:つける|注意する|用心する|祈る)$/.test(next.predicate.lemma) &&
  (next.mood === 'order' || args.some(({ head }) => head === '誰'));

/** 殴らないと気が済まない, 殺しても飽き足りない, 殴られないと分からないのか: what is denied or conceded is what is wanted. */
export function isUrge(clauses: readonly Clause[], i: number): boolean {
  if (isWarning(clauses[i]!, clauses[i + 1])) return true;
  const frame = clauses[i]!.frames.find(({ kind }) => kind === 'condition' || kind === 'concessive');
  if (frame === undefined || !('main' in frame) || frame.main === null) return false;
  const main = clauses[frame.main];
  if (isSpared(clauses[i]!, main)) return true;
  if (main === undefined || !WANTING.has(main.predicate.lemma)) return false;
  const conceded = frame.kind === 'concessive' || clauses[i]!.polarity === 'denied';
  return conceded && (main.polarity === 'denied' || main.predicate.lemma === '済まない');
}
