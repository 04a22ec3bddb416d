import type { Argument, Clause, Kind, Person } from '../clause/index.ts';
import { isTheirs } from './clause-arguments.ts';
import { isUrge } from './clause-urge.ts';
import type { ClauseRule, EntryMood } from './dictionary/index.ts';

type People = Readonly<Record<'agent' | 'target', Person>>;

const WRITERS: ReadonlySet<EntryMood> = new Set(['will', 'wish', 'oblige']);

/** Who does it to whom. Only writers tell what they will do: of お前らも道連れにしてやる the reader is the one who suffers it. */
export function peopleOf(
  rule: ClauseRule,
  clauses: readonly Clause[],
  i: number,
  mood: EntryMood,
  rest: readonly Argument[],
  bargain = false,
): People {
  const { agent, voice, frames } = clauses[i]!;
  const urge = isUrge(clauses, i);
  const others = rest.filter(({ head, kinds }) => ![head, ...kinds].some((one) => rule.of?.includes(one)));
  const linked = frames.find(({ kind }) => kind === 'linked');
  const main = linked?.kind === 'linked' ? clauses[linked.main] : undefined;
  const target = targetOf(clauses[i]!, others, mood, urge, main);
  const writers = WRITERS.has(mood) || (mood === 'state' && (voice === 'give' || voice === 'potential')) || urge;
  const named = rest.some(({ person, role }) => person === agent && role !== 'genitive');
  if (rule.who === null && target === 'nobody-said' && isTheirs(agent) && writers && named)
    return { agent: 'speaker', target: agent };
  // お客様が「殺すぞ」と叫んだ: who says it stands outside the quotation
  const quoted = agent === 'third' && frames.some(({ kind }) => kind === 'quoted');
  if (quoted) return { agent: 'nobody-said', target };
  // 皆死ね
  const all =
    mood === 'order' && agent === 'third' && rest.some(({ head, role }) => EVERYBODY.has(head) && role !== 'object');
  if (bargain && agent === 'nobody-said') return { agent: 'addressee', target };
  if (!isTheirs(target) && mood === 'guess' && clauses.slice(0, i).some(isIntroduced))
    return { agent: 'third', target };
  return { agent: all ? 'staff' : agent, target };
}

/** 三歳の子なんですが、蹴るかもしれません: of whom it is told is named first. */
const isIntroduced = ({ predicate, frames, args }: Clause): boolean =>
  predicate.kind === 'noun' &&
  !args.some(({ person }) => isTheirs(person)) &&
  SMALL.test(predicate.lemma) &&
  frames.some(({ kind }) => kind === 'concessive');
const SMALL = /(?:子|子ども|子供|息子|娘|孫|長男|次男|長女|次女|犬|猫|幼児|赤ん坊|認知症)$/;

/** To whom it is done; what the entry's own words name (目玉をくり抜く) is no third party. */
function targetOf(
  clause: Clause,
  rest: readonly Argument[],
  mood: EntryMood,
  urge: boolean,
  main: Clause | undefined,
): Person {
  const { target, voice, politeness } = clause;
  if (voice === 'passive' && !urge && isSuffered(clause, rest, mood, main)) return 'speaker';
  if (
    target === 'third' &&
    rest.some(({ head, role }) => EVERYBODY.has(head) && role !== 'topic' && role !== 'at') &&
    WRITERS.has(mood)
  )
    return 'staff'; // 全員始末する; みんなで行く do it together
  if (target === 'third') return restIsThird(rest, mood) ? 'third' : 'nobody-said';
  // そのうち襲われるぞ, 殴られないとわからないのか: a warning, not what the writer suffers
  const unsaid =
    voice === 'passive' &&
    target === 'speaker' &&
    !rest.some(({ person, role }) => person === 'speaker' && !DOERS.has(role));
  return unsaid && (urge || (politeness === 'rough' && mood !== 'did')) ? 'addressee' : target;
}

const DOERS: ReadonlySet<Argument['role']> = new Set(['to', 'by', 'from', 'genitive']); // うちの若い衆に刺されるぞ

/** 殺されに行く, 母に殺されるだろう, 刺されて腕が痛い: what writers say of themselves. */
function isSuffered(
  { target, frames, politeness }: Clause,
  rest: readonly Argument[],
  mood: EntryMood,
  main: Clause | undefined,
): boolean {
  if (isTheirs(target) || !/^(?:state|will|guess)$/.test(mood)) return false;
  if (frames.some((frame) => frame.kind === 'purpose' && frame.lemma === '行く')) return true;
  if (frames.some((frame) => frame.kind === 'relative' && FELT.test(frame.head))) return true; // 殺される思いです
  if (mood === 'state' && main !== undefined && main.predicate.kind !== 'verb' && !isTheirs(main.agent)) return true;
  const feared = rest.some(({ head, role }) => (role === 'to' || role === 'by') && FEARED.has(head));
  return feared && (mood === 'guess' || politeness !== 'rough');
}
const FELT = /^(?:思い|気分|気持ち|感じ|心地)$/;
/** Whom people say that they will be killed by, when they are late or have broken something. */
const FEARED = new Set(
  '親方 師匠 監督 先輩 編集 編集者 上司 母 父 母親 父親 親 親父 おやじ おふくろ おかん ママ パパ 嫁 妻 女房 家内 カミさん かみさん 夫 旦那 姉 兄 妹 祖母 ばあちゃん'.split(
    ' ',
  ),
);

/** あいつ may well be somebody who works there. */
const SOMEBODY = new Set(
  'あいつ こいつ そいつ やつ 奴 奴ら あいつら こいつら そいつら 全員 みんな 皆 一人 二人 誰か 人間'.split(' '),
);
const EVERYBODY = new Set('全員 みんな 皆'.split(' '));
/** Whom the writer says that they will harm without telling whose they are: 嫁と子どもを殺すぞ, 電話に出た女を殴る. */
const SOMEBODYS = new Set(
  'ガキ 彼氏 彼女 恋人 妹 弟 姉 兄 孫 祖母 祖父 母 父 母親 父親 女 男 方 ほう 人 女の子 男の子 子 子ども 子供 嫁 女房 妻 夫 旦那 家族 娘 息子 親 両親'.split(
    ' ',
  ),
);
const AFFECTED: ReadonlySet<Argument['role']> = new Set(['object', 'to', 'topic', 'also', 'only', 'bare', 'subject']);
/** Where and when it is done, and what with. */
const BESIDE: ReadonlySet<Kind> = new Set(['place', 'time', 'vehicle', 'weapon', 'fire', 'body']);

/** Nouns that tell how or when, whatever their particle: 子どもも一緒に殺す. */
const BY_THE_WAY = new Set('次 どん まま 一緒 本当 本気 先 最後 代わり'.split(' '));

const restIsThird = (rest: readonly Argument[], mood: EntryMood | null): boolean =>
  rest.some(
    ({ role, person, head, kinds }) =>
      AFFECTED.has(role) &&
      person === 'third' &&
      !SOMEBODY.has(head) &&
      !(mood === 'will' && role !== 'topic' && SOMEBODYS.has(head)) &&
      !(mood === 'guess' && role === 'object' && head === '人') && // 人を殺してしまいそうだ
      !BY_THE_WAY.has(head) &&
      !kinds.some((kind) => BESIDE.has(kind)),
  );

/** Who has what the entry's own words name: お前は, お前には, お前の頭が悪い; then whoever is called. */
const HOLDERS: readonly ReadonlySet<Argument['role']>[] = [
  new Set<Argument['role']>(['topic', 'also', 'only', 'bare']),
  new Set<Argument['role']>(['to', 'genitive']),
  new Set<Argument['role']>(['call']),
];

const THING_KINDS: ReadonlySet<Kind> = new Set(['product', 'program', 'food', 'vehicle', 'nature', 'game', 'clothing']);
const isThing = ({ role, person, kinds }: Argument): boolean =>
  role !== 'call' && AFFECTED.has(role) && person === 'third' && kinds.some((kind) => THING_KINDS.has(kind));

/** Who is meant where one is asked or forbidden something by what one is. */
const PERSON_HEADS = new Set('方 人 奴 やつ 人間 女 男'.split(' '));

/** Foolish things are no fools: 馬鹿な話だ. */
const THINGS = new Set('こと 事 話 真似 まね 考え 夢 値段 冗談 質問'.split(' '));

const isNamed = (clauses: readonly Clause[], from: number, head: string): boolean =>
  clauses.slice(from).some(({ args }) => args.some((arg) => arg.head === head));

/** 馬鹿だったのは私のほうで: who it is follows. Of お前が馬鹿なのは it is told before. */
function isOfWriter(clauses: readonly Clause[], i: number): boolean {
  const { args, frames, end } = clauses[i]!;
  const first = clauses[i + 1]?.args[0];
  if (first?.person !== 'speaker' || first.start - end > 1 || !FOCUS.has(first.role)) return false;
  const cleft = frames.some((frame) => frame.kind === 'nominal' && frame.head === 'の');
  return cleft && !args.some(({ role }) => role === 'subject' || role === 'topic');
}

const FOCUS: ReadonlySet<Argument['role']> = new Set(['genitive', 'call', 'bare', 'at']);

/** Of whom it is said: 担当者は無能だ, 無能な担当者, この無能が、あんた. */
export function toldOf(clauses: readonly Clause[], i: number, rest: readonly Argument[]): Person {
  const { agent, frames, mood, predicate } = clauses[i]!;
  if (frames.some((frame) => frame.kind === 'nominal' && frame.head === 'よう' && predicate.kind === 'verb'))
    return 'third'; // 使えないようにする
  // 使えないなお前: who is able is not told, but who is called
  const [call] = rest;
  if (
    agent === 'speaker' &&
    predicate.kind === 'verb' &&
    rest.length === 1 &&
    call!.role === 'call' &&
    isTheirs(call!.person)
  )
    return call!.person;
  if (isOfWriter(clauses, i)) return 'speaker';
  if (agent !== 'third' && agent !== 'nobody-said') return agent;
  const relative = frames.find((frame) => frame.kind === 'relative');
  if (frames.some((frame) => frame.kind === 'nominal' && frame.head === 'こと' && predicate.kind !== 'verb'))
    return 'third'; // 馬鹿な事を言う
  const known = relative !== undefined && !SOMEBODY.has(relative.head) && !SOMEBODYS.has(relative.head); // 頭の弱い方
  const asked = clauses[i + 1]?.mood === 'ask' || clauses[i + 1]?.mood === 'prohibit';
  if (relative !== undefined && !known && asked && PERSON_HEADS.has(relative.head)) return 'addressee'; // 頭の弱い方には難しいですか
  if (known && THINGS.has(relative.head)) return 'third';
  if (known && (relative.person !== 'third' || isNamed(clauses, i, relative.head))) return relative.person;
  const ofThing = agent === 'third' && rest.some(isThing);
  for (const roles of HOLDERS) {
    if (ofThing && roles.has('call')) break; // 担当者様、このプリンター馬鹿です
    const held = rest.find(({ role, person }) => roles.has(role) && (isTheirs(person) || person === 'speaker'));
    if (held !== undefined) return held.person;
  }
  if (agent === 'third' && restIsThird(rest, null)) return 'third';
  return mood === 'ask' ? 'addressee' : 'nobody-said'; // 馬鹿ですか
}
