import type { Link } from './links.ts';
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
  }
  return done;
}

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
  if (clause.mood !== 'state' || clause.predicate.kind !== 'verb') return own;
  const { mood, tense, politeness } = main;
  return { ...own, mood, tense, politeness, agent: clause.agent === 'nobody-said' ? main.agent : clause.agent };
}

function carried(clause: Clause, main: Clause): Clause {
  const target: Person = main.target === 'nobody-said' && clause.target !== 'third' ? clause.target : main.target;
  return { ...main, target };
}

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
