import type { Token } from '../text/types.ts';
import { type Phrase, phrasesOf } from './bunsetsu.ts';
import { type Draft, framesOf } from './frames.ts';
import { findHeads, type Head } from './heads.ts';
import { linksOf } from './links.ts';
import { type Reading, readEndings } from './moods.ts';
import { peopleOf } from './people.ts';
import { quotationsOf } from './quotations.ts';
import type { Argument, Clause, Frame, Person, Predicate } from './types.ts';
import { isDemanding, isWishing } from './words/saying.ts';

/**
 * The clauses of a sentence, in the order of their predicates.
 *
 * @param text a folded sentence.
 * @param tokens of that sentence, as `Tokenize` gives them.
 * @returns spans and indices that fit `text` and the array itself. Never throws, whatever the text.
 */
export function analyse(text: string, tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  for (const part of partsOf(text, tokens)) {
    const from = clauses.length;
    for (const clause of analysePart(text, part))
      clauses.push({ ...clause, frames: clause.frames.map((frame) => moved(frame, from)) });
  }
  return clauses;
}

/** Nothing hangs on what stands beyond a full stop, save within quotation marks. */
function partsOf(text: string, tokens: readonly Token[]): Token[][] {
  const quotations = quotationsOf(text);
  const parts: Token[][] = [[]];
  let next = 0;
  for (const token of tokens) {
    while (next < quotations.length && quotations[next]!.end < token.start) next++;
    parts.at(-1)!.push(token);
    const quoted = next < quotations.length && token.start >= quotations[next]!.start;
    if (!quoted && /[。．!?！？\n]$/.test(token.surface)) parts.push([]);
  }
  return parts.filter((part) => part.length > 0);
}

function moved(frame: Frame, by: number): Frame {
  if ('main' in frame && frame.main !== null) return { ...frame, main: frame.main + by };
  return frame.kind === 'conditioned' ? { ...frame, by: frame.by + by } : frame;
}

function analysePart(text: string, tokens: readonly Token[]): Clause[] {
  const heads = findHeads(text, tokens);
  const phrases = phrasesOf(text, tokens, heads);
  const links = linksOf(text, heads, phrases);
  const args = heads.map((head, i) => argumentsOf(head, heads[i - 1], i === heads.length - 1, phrases));
  const drafts: Draft[] = heads.map((head, i) => {
    const own = readEndings(head, text.slice(head.endings.end, head.endings.end + 20));
    // 殺されるかと思った fears, it does not ask
    const before = text.slice(heads[i - 1]?.endings.end ?? tokens[0]?.start ?? 0, head.start);
    const reading: Reading =
      links[i]!.kind === 'thought' && own.mood === 'ask' ? { ...own, mood: 'guess' } : wondering(own, before, head);
    const people = peopleOf(head.lemma, head.kind, reading, args[i]!, head.endings.names.join(' '));
    // 彼が殺す tells of somebody else's act
    const others =
      reading.mood === 'will' &&
      links[i]!.kind !== 'words' &&
      people.agent !== 'speaker' &&
      people.agent !== 'nobody-said';
    return { head, reading: others ? { ...reading, mood: 'state' } : reading, link: links[i]!, people, args: args[i]! };
  });
  const quotations = quotationsOf(text);
  const clauses = drafts.map((draft, i): Clause => {
    const { head, reading, people } = draft;
    const frames = framesOf(drafts, i, quotations);
    const predicate: Predicate = { ...wordOf(head, args[i]!), start: head.start, end: head.end, kind: head.kind };
    return {
      start: Math.min(head.start, args[i]![0]?.start ?? head.start),
      end: Math.max(head.endings.end, args[i]!.at(-1)?.end ?? 0),
      predicate,
      mood: reading.mood,
      polarity: reading.denied || frames.some(({ kind }) => kind === 'disowned') ? 'denied' : 'affirmed',
      voice: reading.voice,
      tense: reading.past ? 'past' : 'other',
      politeness: reading.politeness,
      ...people,
      args: args[i]!.map(bare),
      frames,
    };
  });
  return withMains(clauses, drafts);
}

const WONDER = /何|なに|なんで|なん[だの]|どう|どこ|どの|どんな|なぜ|いつ[^もか]|誰|だれ|どれ|どっち/;

/** なにやってんだ, どうしてくれるんだ: a question without か. */
function wondering(reading: Reading, before: string, { endings }: Head): Reading {
  const explains =
    /^(?:state|will)$/.test(reading.mood) && /(?:no\.No|explain\.(?:U|X)|final\.X)$/.test(endings.names.join(' '));
  return explains && WONDER.test(before) && endings.names.some((name) => /^(?:no|explain)\./.test(name))
    ? { ...reading, mood: 'ask', asks: true, rhetorical: true }
    : reading;
}

const bare = ({ head, text, start, end, role, person, kinds }: Phrase): Argument => ({
  head,
  text,
  start,
  end,
  role,
  person,
  kinds,
});

/** Phrases between the predicate before and this one; after the last predicate stand a call or what came to mind late. */
function argumentsOf(head: Head, before: Head | undefined, last: boolean, phrases: readonly Phrase[]): Phrase[] {
  const from = before?.endings.end ?? 0;
  return phrases
    .filter(({ start, end }) => (start >= from && end <= head.start) || (last && start >= head.endings.end))
    .map((phrase) => {
      const { role, reach, person, start } = phrase;
      if (
        role === 'bare' &&
        head.kind === 'verb' &&
        reach === head.start &&
        person !== 'speaker' &&
        person !== 'nobody-said'
      )
        return { ...phrase, role: 'object' };
      return role === 'bare' && start >= head.endings.end ? { ...phrase, role: 'call' } : phrase;
    });
}

const LIGHT: ReadonlySet<string> = new Set(['する', 'なる', 'やる']);
const PARTICLES: Readonly<Partial<Record<Argument['role'], string>>> = {
  object: 'を',
  to: 'に',
  with: 'と',
  at: 'で',
  subject: 'が',
  from: 'から',
};

/** クビにする is a word of its own; 火をつける is listed beside つける. */
function wordOf({ lemma, kind, start }: Head, args: readonly Phrase[]): Pick<Predicate, 'lemma' | 'phrases'> {
  const phrases = args.flatMap(({ head, text, role, start: at }) =>
    PARTICLES[role] === undefined || at > start
      ? []
      : [...new Set([text, head])].map((noun) => `${noun}${PARTICLES[role]}${lemma}`),
  );
  const goal = args.at(-1);
  const light =
    kind === 'verb' &&
    LIGHT.has(lemma) &&
    goal !== undefined &&
    goal.reach === start &&
    (goal.role === 'to' || goal.role === 'object');
  return { lemma: light ? phrases.at(-1)! : lemma, phrases };
}

/** What a clause takes from the one it leads to. Read from the right, for that one takes from the next. */
function withMains(clauses: readonly Clause[], drafts: readonly Draft[]): Clause[] {
  const done = [...clauses];
  for (let i = done.length - 1; i >= 0; i--) {
    const link = drafts[i]!.link;
    if (link.kind === 'linked') done[i] = linkedTo(done[i]!, done[link.to]!);
    else if ((link.kind === 'condition' || link.kind === 'concessive' || link.kind === 'reason') && link.to !== null)
      done[i] = { ...done[i]!, frames: [...done[i]!.frames, ...done[link.to]!.frames.filter(isAround)] };
    else if (link.kind === 'nominal' && link.to !== null && link.noun === 'こと')
      done[i] = asked(done[i]!, done[link.to]!);
    else if (link.kind === 'nominal' && link.to !== null && link.noun === 'よう')
      done[i] = asked(done[i]!, done[link.to]!);
  }
  for (let i = 0; i < done.length; i++) {
    const link = drafts[i]!.link;
    if (link.kind === 'condition' && link.to !== null) {
      const main = done[link.to]!;
      done[link.to] = { ...main, frames: [...main.frames, { kind: 'conditioned', by: i }] };
    }
    if (link.kind === 'linked') done[link.to] = carried(done[i]!, done[link.to]!);
  }
  return done;
}

const isAround = ({ kind }: Frame): boolean => /^(?:reported|declared|hearsay|thought|disowned)$/.test(kind);

function linkedTo(clause: Clause, main: Clause): Clause {
  const inherits = clause.mood === 'state' && clause.predicate.kind === 'verb';
  const around = main.frames.filter(
    (frame) => isAround(frame) || frame.kind === 'relative' || frame.kind === 'nominal' || frame.kind === 'question',
  );
  return {
    ...clause,
    ...(inherits && {
      mood: main.mood,
      tense: main.tense,
      politeness: main.politeness,
      agent: clause.agent === 'nobody-said' ? main.agent : clause.agent,
    }),
    polarity: around.some(({ kind }) => kind === 'disowned') ? 'denied' : clause.polarity,
    frames: [...clause.frames, ...around],
  };
}

/** 店長を呼んで殴る: whom the first is done to, the next is too. */
function carried(clause: Clause, main: Clause): Clause {
  const target: Person = main.target === 'nobody-said' && clause.target !== 'third' ? clause.target : main.target;
  return { ...main, target };
}

/** 返金することを要求します, 来るようにしてください: the mood stands in the clause that asks. */
function asked(clause: Clause, main: Clause): Clause {
  const { lemma } = main.predicate;
  const around = main.frames.filter(isAround);
  if (isDemanding(lemma) && main.polarity === 'affirmed' && main.voice !== 'passive')
    return { ...clause, mood: 'demand', agent: 'addressee', frames: [...clause.frames, ...around] };
  if (isWishing(lemma) && main.polarity === 'affirmed')
    return { ...clause, mood: 'wish', frames: [...clause.frames, ...around] };
  if (/^(?:する|お願いする|.*ようにする)$/.test(lemma) || main.predicate.phrases.length === 0)
    return { ...clause, mood: main.mood, agent: main.agent, frames: [...clause.frames, ...around] };
  return { ...clause, frames: [...clause.frames, ...around] };
}
