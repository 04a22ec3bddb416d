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

/** 殺さないとでも思うのか: what nobody is to believe away is threatened. */
const isDoubted = ({ polarity }: Clause, next: Clause | undefined): boolean =>
  polarity === 'denied' && next?.predicate.lemma === '思う' && /^(?:ask|prohibit)$/.test(next.mood);

/** お前を殴るのが楽しみだ */
export const isLookedForward = (clauses: readonly Clause[], i: number): boolean =>
  clauses[i]!.frames.some((frame) => frame.kind === 'nominal' && frame.head === 'の') &&
  clauses[i + 1]?.predicate.lemma === '楽しみ' &&
  clauses[i + 1]!.polarity === 'affirmed';

/** 殴らない自信がない: what nobody answers for is what is threatened. */
const isUnanswered = ({ polarity, frames }: Clause, next: Clause | undefined): boolean =>
  polarity === 'denied' &&
  frames.some((frame) => frame.kind === 'relative' && ANSWERED.has(frame.head)) &&
  next !== undefined &&
  (next.predicate.lemma === 'ない' || next.polarity === 'denied');
const ANSWERED = new Set('自信 保証 保障 約束'.split(' '));

/** 殴らないと気が済まない, 殺しても飽き足りない, 殴られないと分からないのか: what is denied or conceded is what is wanted. */
export function isUrge(clauses: readonly Clause[], i: number): boolean {
  if (isWarning(clauses[i]!, clauses[i + 1]) || isUnanswered(clauses[i]!, clauses[i + 1])) return true;
  if (isBargain(clauses, i) || isLookedForward(clauses, i) || isDoubted(clauses[i]!, clauses[i + 1])) return true;
  const frame = clauses[i]!.frames.find(({ kind }) => kind === 'condition' || kind === 'concessive');
  if (frame === undefined || !('main' in frame) || frame.main === null) return false;
  const main = clauses[frame.main];
  if (isSpared(clauses[i]!, main)) return true;
  if (main === undefined || !WANTING.has(main.predicate.lemma)) return false;
  const conceded = frame.kind === 'concessive' || clauses[i]!.polarity === 'denied';
  return conceded && (main.polarity === 'denied' || main.predicate.lemma === '済まない');
}

/** What is held out for an act: it is forgiven, paid for, ordered, taken back. */
const REWARDS = new Set(
  '許す 勘弁する 見逃す 取り下げる 引っ込める チャラにする 契約する 更新する 発注する 注文する 増やす 黙る 帰る 帰す サインする 通す 水に流す'.split(
    ' ',
  ),
);

/** 脱いだら許してやる, 膝に座ってくれたら発注を増やす: what is made a condition of a reward is demanded. */
export function isBargain(clauses: readonly Clause[], i: number): boolean {
  const { frames, polarity, agent } = clauses[i]!;
  if (polarity === 'denied') return false;
  if (agent !== 'speaker' && isAwaited(clauses, i)) return true;
  const linked = frames.find(({ kind }) => kind === 'linked');
  if (linked?.kind === 'linked' && linked.main > i) return isBargain(clauses, linked.main);
  const condition = frames.find(({ kind }) => kind === 'condition');
  const main = condition?.kind === 'condition' && condition.main !== null ? clauses[condition.main] : undefined;
  return (
    main !== undefined &&
    main.polarity === 'affirmed' &&
    main.tense === 'other' &&
    (main.agent === 'speaker' || main.agent === 'nobody-said') &&
    (main.mood === 'will' || main.mood === 'permit') &&
    [main.predicate.lemma, ...main.predicate.phrases].some(
      (one) => REWARDS.has(one) || (one === '考える' && main.voice === 'give'),
    )
  );
}

/** 謝るまで許さない, 社長が出てくるまで毎日電話する: what the writer does not stop before is demanded. */
function isAwaited(clauses: readonly Clause[], i: number): boolean {
  const main = clauses[i + 1];
  if (main === undefined || !clauses[i]!.frames.some((frame) => frame.kind === 'nominal' && frame.head === 'まで'))
    return false;
  const own = main.agent === 'speaker' || main.agent === 'nobody-said';
  return (
    own && ((main.polarity === 'denied' && NOT_BEFORE.has(main.predicate.lemma)) || main.aspects.includes('continue'))
  );
}
const NOT_BEFORE = new Set(
  '許す 帰る 帰す やめる 動く 切らせる 切る 払う 支払う 認める 受け取る 離す 終わる'.split(' '),
);
