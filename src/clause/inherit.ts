import type { Link } from './links/index.ts';
import type { Clause, Frame, Person } from './types.ts';
import { isDemanding, isWishing } from './words/index.ts';

/**
 * What clauses take from one another. From the right, for a main clause may hang on the next: mood and agent of what only
 * leads to it. Then from the left: whom the first is done to (店長を呼んで殴る).
 */
export function withMains(clauses: readonly Clause[], links: readonly Link[]): Clause[] {
  const done = [...clauses];
  for (let i = done.length - 1; i >= 0; i--) done[i] = inherited(done, i, links[i]!);
  for (let i = 0; i < done.length; i++) {
    const link = links[i]!;
    if (link.kind === 'condition' && link.to !== null && done[i]!.frames.some(({ kind }) => kind === 'condition'))
      done[link.to] = { ...done[link.to]!, frames: [...done[link.to]!.frames, { kind: 'conditioned', by: i }] };
    if (link.kind === 'linked') done[link.to] = carried(done[i]!, done[link.to]!);
    const main = tellsReader(links, i);
    if (main !== null && done[main] !== undefined) done[i] = warned(done[i]!, done[main], link);
  }
  return done;
}

/** The clause that may tell the reader about the one at `i`: its main, or what follows 殴られる覚悟は. */
function tellsReader(links: readonly Link[], i: number): number | null {
  const link = links[i]!;
  if (link.kind === 'nominal' || link.kind === 'condition') return link.to;
  return link.kind === 'none' ? i + 1 : null;
}

const PRESSES = /^(?:order|demand|prohibit|request)$/;

/** 殺されたくなければ謝れ, 刺される前に返せ, 殺される覚悟はできてるんだろうな: who is told so is who would suffer it. */
function warned(clause: Clause, main: Clause, link: Link): Clause {
  const { voice, mood, polarity, args } = clause;
  const spared = link.kind === 'condition' && mood === 'wish' && polarity === 'denied' && PRESSES.test(main.mood);
  const before =
    voice === 'passive' &&
    (link.kind === 'nominal' || mood === 'will') &&
    (/^(?:order|demand)$/.test(main.mood) || isReady(main) || isNoticing(main));
  if (!spared && !before) return clause;
  const own = args.some(({ person }) => person === 'speaker');
  if (voice !== 'passive') return own || clause.agent !== 'speaker' ? clause : { ...clause, agent: 'addressee' };
  return own || clause.target !== 'speaker' ? clause : { ...clause, agent: 'speaker', target: 'addressee' };
}

/** 見張られてるの知らないのか */
const isNoticing = ({ predicate: { lemma }, mood }: Clause): boolean =>
  mood === 'ask' && /^(?:知る|気づく|気付く|分かる)$/.test(lemma);

/** できてるか, しておけ */
const isReady = ({ predicate: { lemma }, mood }: Clause): boolean =>
  /^(?:できる|ある|いい)$/.test(lemma) && (mood === 'ask' || mood === 'guess');

function inherited(clauses: readonly Clause[], i: number, link: Link): Clause {
  const clause = clauses[i]!;
  switch (link.kind) {
    case 'linked':
      return linkedTo(clause, clauses[link.to]!);
    case 'condition':
    case 'concessive':
    case 'reason':
      return link.to === null ? clause : within(clause, clauses[link.to]!);
    case 'nominal':
      return link.to === null ? clause : askedFor(clause, clauses[link.to]!, link.noun);
    case 'none':
    case 'words':
    case 'thought':
    case 'hearsay':
    case 'list':
    case 'relative':
      return clause;
  }
}

const isAround = ({ kind }: Frame): boolean => /^(?:reported|declared|hearsay|thought|disowned)$/.test(kind);
const isAroundLinked = (frame: Frame): boolean => isAround(frame) || /^(?:relative|nominal|question)$/.test(frame.kind);

/** What stands around the main clause stands around all that leads to it. */
function within(clause: Clause, main: Clause, stands = isAround): Clause {
  const kinds = new Set(clause.frames.map(({ kind }) => kind));
  const around = main.frames.filter((frame) => stands(frame) && !kinds.has(frame.kind));
  const polarity = around.some(({ kind }) => kind === 'disowned') ? 'denied' : clause.polarity;
  return { ...clause, polarity, frames: [...clause.frames, ...around] };
}

/** 来て殺す, 土下座して謝れ: the first has no mood of its own. */
function linkedTo(clause: Clause, main: Clause): Clause {
  const own = within(clause, main, isAroundLinked);
  // 歯を折ってしまい: it has happened
  if (clause.mood === 'state' && clause.aspects.includes('away'))
    return { ...own, tense: 'past', agent: clause.agent === 'nobody-said' ? main.agent : clause.agent };
  if (clause.mood !== 'state' || clause.predicate.kind !== 'verb') return own;
  if (FAILS.test(main.predicate.lemma)) return { ...own, tense: main.tense }; // 殺しそこねた
  const { mood, tense, politeness } = main;
  // 客も職員も突っ込んで掃除してやる: who gives does all of it
  const ours = main.voice === 'give' && main.agent === 'speaker' && !clause.args.some(({ role }) => role === 'subject');
  const agent = clause.agent === 'nobody-said' || (ours && clause.agent === 'third') ? main.agent : clause.agent;
  return { ...own, mood, tense, politeness, agent };
}

const FAILS = /^(?:そこねる|損ねる|そこなう|損なう|損じる)$/;

function carried(clause: Clause, main: Clause): Clause {
  const target: Person = main.target === 'nobody-said' && clause.target !== 'third' ? clause.target : main.target;
  const told = main.predicate.kind !== 'verb' || clause.args.some(({ role }) => role === 'topic');
  const agent = told && main.mood === 'state' && main.agent === 'nobody-said' ? clause.agent : main.agent; // お前は無能で、馬鹿だ
  if (main.agent === 'speaker' && isFalling(clause) && !main.args.some(({ person }) => person === 'speaker'))
    return { ...main, agent: 'third', target, mood: main.mood === 'will' ? 'state' : main.mood }; // 塀が倒れて人を殺す
  return { ...main, agent, target };
}

/** What things do by themselves; the first ones nobody does. */
const BURSTS = new Set('破裂する 倒壊する 崩落する 決壊する 脱線する'.split(' '));
const FALLS = new Set(
  '倒れる 崩れる 落ちる 落下する 外れる 折れる 割れる 抜ける 緩む 横転する 暴走する ひっくり返る'.split(' '),
);
const isFalling = ({ predicate: { lemma }, args }: Clause): boolean =>
  !args.some(({ person }) => person === 'speaker' || person === 'addressee' || person === 'staff') &&
  (BURSTS.has(lemma) ||
    (FALLS.has(lemma) && args.some(({ role }) => role === 'subject')) ||
    args.some(({ role, head }) => role === 'at' && WEATHER.test(head)));
const WEATHER = /^(?:地震|余震|台風|津波|大雨|大雪|雪崩|洪水|強風)$/; // 次の地震で押し潰して殺す

/** 返金することを要求します, 来るようにしてください: the mood stands in the clause that asks. */
function askedFor(clause: Clause, main: Clause, noun: string): Clause {
  const own = within(clause, main);
  if ((noun !== 'こと' && noun !== 'よう') || main.polarity === 'denied' || main.voice === 'passive') return own;
  const { lemma } = main.predicate;
  if (isDemanding(lemma)) return { ...own, mood: 'demand', agent: 'addressee' };
  if (isWishing(lemma)) return { ...own, mood: 'wish' };
  return noun === 'よう' && /^(?:する|お願いする|頼む)$/.test(lemma)
    ? { ...own, mood: main.mood, agent: main.agent }
    : own;
}
