import type { Draft } from './draft.ts';
import { type Link, NO_WORDS } from './links/index.ts';
import type { Frame, Person } from './types.ts';
import { isDeclaring, isHearing, isShouting, personOf } from './words/index.ts';

const KNOWS = /^(?:分かる|知る|思い知る|理解する|痛感する|確信する|実感する|納得する)$/;

type Words = Extract<Link, { kind: 'words' }>;

/**
 * Whose words they are: those of the writer, said once more (殺すって言ってんだよ), are `declared`; those of anybody else are
 * `reported`; words the writer has not said are `disowned`.
 */
export function reportOf(drafts: readonly Draft[], i: number, { to, noun }: Words): Frame[] {
  if (noun === NO_WORDS) return [{ kind: 'disowned', what: 'words' }];
  const saying = to === null ? undefined : drafts[to];
  if (saying !== undefined && /^(?:こと|事)$/.test(noun ?? '') && KNOWS.test(saying.head.lemma))
    return [{ kind: 'thought', by: saying.people.agent === 'addressee' ? 'addressee' : 'speaker' }]; // 無能だということがよく分かった
  const { reading, head } = drafts[i]!;
  if (saying === undefined || (noun !== null && !/[言云話述叫]/.test(saying.head.lemma)))
    return [{ kind: 'reported', by: 'nobody-said' }];
  const { reading: said, people, head: verb } = saying;
  const quoted = !/^(?:to|toonly|say)\./.test(head.endings.names.at(-1)!);
  const own = ownSubject(saying) ?? subjectOfWords(drafts, i);
  if (isOnly(head) || isLetSay(saying) || isOwnOpinion(drafts, to!) || isSupposed(drafts, saying) || isCommon(saying))
    return [{ kind: 'declared' }];
  if (isOfAnother(drafts, saying)) return [{ kind: 'reported', by: 'third' }];
  if (said.denied && said.mood !== 'request' && said.mood !== 'prohibit')
    return [
      { kind: 'disowned', what: 'words' },
      { kind: 'reported', by: people.agent },
    ];
  if (said.voice === 'passive')
    return [{ kind: 'reported', by: people.agent === 'nobody-said' ? 'third' : people.agent }];
  if (isHearing(verb.lemma)) return [{ kind: 'reported', by: 'third' }];
  if (said.mood === 'ask' || said.mood === 'order' || said.mood === 'request')
    return [{ kind: 'reported', by: 'addressee' }];
  if (own !== null && own !== 'speaker') return [{ kind: 'reported', by: own }];
  const again =
    saying.link.kind === 'condition' && drafts.some((draft, j) => j > i && draft.head.lemma === head.lemma && j !== to);
  if (
    own === 'speaker' ||
    again ||
    isDeclaring(verb.lemma) ||
    said.mood === 'will' ||
    insists(saying, quoted, drafts[to! + 1])
  )
    return [{ kind: 'declared' }];
  return [{ kind: 'reported', by: people.agent === 'speaker' && reading.mood !== 'state' ? 'speaker' : 'nobody-said' }];
}

/** 無能としか言えない: the denial belongs to しか. */
const isOnly = ({ endings }: Draft['head']): boolean => endings.names.at(-1)!.startsWith('toonly.');

/** 無能だと言わせてください, と書かせてもらう: the writer asks to say so. */
const isLetSay = ({ reading, head }: Draft): boolean =>
  head.endings.names.some((name) => name.startsWith('causative.')) &&
  (reading.mood === 'request' || reading.voice === 'receive' || reading.mood === 'demand');

/** 無能だと言わざるを得ない, と言っていい, と言えます, と言っても過言ではない: nobody else has said so. */
function isOwnOpinion(drafts: readonly Draft[], i: number): boolean {
  const { reading, head, people } = drafts[i]!;
  if (
    !/^(?:言う|言える|呼ぶ|断言する)$/.test(head.lemma) ||
    (people.agent !== 'speaker' && people.agent !== 'nobody-said')
  )
    return false;
  if (reading.mood === 'oblige' || reading.mood === 'permit' || (reading.mood === 'wish' && !reading.past)) return true;
  if (head.endings.form === 'Temo' && drafts[i + 1]?.head.lemma === '過言') return true;
  return !reading.denied && !reading.past && (reading.voice === 'potential' || head.lemma === '言える');
}

/** 火をつけるって言ったらどうする? */
const isSupposed = (drafts: readonly Draft[], { link, people }: Draft): boolean =>
  link.kind === 'condition' &&
  link.to !== null &&
  people.agent === 'nobody-said' &&
  drafts[link.to]!.reading.mood === 'ask';

/** 殴ると言ったのは客です, と言ったのは隣の席の方です */
function isOfAnother(drafts: readonly Draft[], { link, reading, args, head }: Draft): boolean {
  if (link.kind !== 'nominal' || link.noun !== 'の' || !reading.past) return false;
  const who = link.to === null ? null : personOf(drafts[link.to]!.head.lemma);
  if (who !== null) return who !== 'speaker';
  return args.some(({ somebody, person, start }) => somebody && person === 'third' && start >= head.endings.end);
}

/** 無能だと皆言っています */
const isCommon = ({ args, reading }: Draft): boolean =>
  !reading.denied && args.some(({ head }) => /^(?:皆|みんな|誰も|周り|周囲|世間)$/.test(head));

/** Asked of the reader: 返せと言っているのが聞こえないのか. */
const GETS = /^(?:分かる|聞こえる|通じる)$/;

/** 殺すって言ってんだよ, 返せと言っている: nobody else is named, and it is said now. */
const insists = ({ reading, head, link }: Draft, quoted: boolean, next: Draft | undefined): boolean =>
  /^(?:言う|申す|伝える|要求する|頼む)$/.test(head.lemma) &&
  !reading.past &&
  (link.kind === 'none' || (link.kind === 'nominal' && next?.reading.mood === 'ask' && GETS.test(next.head.lemma))) &&
  head.endings.names.some((name) => (quoted ? /^explain\./ : /^(?:ing|explain|final)\./).test(name));

function ownSubject({ args }: Draft, shouted = false): Person | null {
  const subject = args.find(
    ({ role, somebody, kinds }) =>
      (role === 'subject' || role === 'topic') && (somebody || (shouted && role === 'subject' && kinds.length === 0)),
  );
  return subject?.person ?? null;
}

/** Who is named with these words, or with the first of several: 客が殺すぞ、火をつけるぞと怒鳴った. */
function subjectOfWords(drafts: readonly Draft[], i: number): Person | null {
  const { link, head } = drafts[i]!;
  const to = link.kind === 'words' ? link.to : null;
  const shouted = to !== null && isShouting(drafts[to]!.head.lemma);
  const first = drafts.find((draft) => draft.link.kind === 'words' && draft.link.to === to && to !== null);
  return (
    ownSubject(drafts[i]!, shouted) ??
    (first === undefined || first.head.start >= head.start ? null : ownSubject(first, shouted))
  );
}

/** What is thought: a wish that the writer has now is theirs (`declared`), the rest is only in somebody's head. */
export function thoughtOf(drafts: readonly Draft[], i: number, to: number): Frame[] {
  const { reading } = drafts[i]!;
  const { reading: thought, people } = drafts[to]!;
  if (isOnly(drafts[i]!.head)) return [{ kind: 'thought', by: 'speaker' }];
  if (thought.mood === 'prohibit' || (thought.denied && thought.mood !== 'request'))
    return [{ kind: 'disowned', what: 'thought' }];
  if (thought.mood === 'order' || thought.mood === 'request') return [{ kind: 'thought', by: 'addressee' }];
  const wants = /^(?:will|wish|demand|order|request|oblige)$/.test(reading.mood);
  const speaks = people.agent === 'speaker' || people.agent === 'nobody-said';
  if (wants && !thought.past && !thought.asks && speaks) return [{ kind: 'declared' }];
  return [{ kind: 'thought', by: speaks ? 'speaker' : people.agent }];
}
