import { readFileSync } from 'node:fs';
import type { Clause, Person } from '../../src/clause/index.ts';

/** A line of `golden.txt`: a sentence and what must be said of one of its predicates. */
export interface Golden {
  readonly line: number;
  readonly group: string;
  readonly sentence: string;
  /** Fields by name, as expected; only those that the line gives. */
  readonly expected: Readonly<Record<string, string>>;
  /** Another word order for the reader of the report. */
  readonly lemma: string;
  readonly absent: boolean;
}

const MOODS = new Set('order request demand will wish invite prohibit permit oblige ask guess state'.split(' '));
const VOICES = new Set('plain passive causative potential receive give'.split(' '));
const POLITENESS = new Set('polite humble rough'.split(' '));
/** Frames that a line tells in full; of the others it tells those that matter to it. */
const WHOLE = new Set('quoted reported declared hearsay thought disowned condition relative nominal list'.split(' '));

/** `sentence => lemma mood [not] [past] [voice] [agent>target] [of=kind] [+frame …]`, or `sentence => !lemma`. */
export function readGolden(path: string): Golden[] {
  let group = '';
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((text, i): Golden[] => {
      if (text.startsWith('# ')) group = text.slice(2);
      if (text.startsWith('#') || text.trim() === '') return [];
      const [sentence, wanted] = text.split(' => ');
      if (wanted === undefined) throw new Error(`golden.txt:${i + 1}: no expectation`);
      const [word, ...rest] = wanted.split(' ');
      const absent = word!.startsWith('!');
      return [
        {
          line: i + 1,
          group,
          sentence: sentence!,
          lemma: word!.replace('!', ''),
          absent,
          expected: absent ? {} : fields(rest, i + 1),
        },
      ];
    });
}

function fields(words: readonly string[], line: number): Record<string, string> {
  const found: Record<string, string> = { found: 'yes', polarity: 'affirmed', frames: '' };
  const frames: string[] = [];
  for (const word of words) {
    if (word.startsWith('+')) frames.push(word.slice(1));
    else if (MOODS.has(word)) found.mood = word;
    else if (VOICES.has(word)) found.voice = word;
    else if (POLITENESS.has(word)) found.politeness = word;
    else if (word === 'not') found.polarity = 'denied';
    else if (word === 'past') found.tense = 'past';
    else if (word.startsWith('of=')) found.kind = word.slice(3);
    else if (word.includes('>')) [found.agent, found.target] = word.split('>') as [Person, Person];
    else throw new Error(`golden.txt:${line}: ${word}?`);
  }
  found.frames = frames.sort().join(' ');
  if (found.agent === '') delete found.agent;
  if (found.target === '') delete found.target;
  return found;
}

/** The same fields as they were read; `found: no` where the predicate is missing. */
export function actual(clauses: readonly Clause[], { lemma, expected }: Golden): Record<string, string> {
  const clause = clauses.find(({ predicate }) => predicate.lemma === lemma || predicate.phrases.includes(lemma));
  if (clause === undefined) return { found: 'no' };
  const wanted = new Set(expected.frames?.split(' '));
  const kinds = [...new Set(clause.frames.map(({ kind }) => kind))].filter(
    (kind) => WHOLE.has(kind) || wanted.has(kind),
  );
  const args = clause.args.filter(
    ({ role }) => role === 'object' || role === 'topic' || role === 'subject' || role === 'to',
  );
  return {
    found: 'yes',
    mood: clause.mood,
    polarity: clause.polarity,
    voice: clause.voice,
    tense: clause.tense,
    politeness: clause.politeness,
    agent: clause.agent,
    target: clause.target,
    kind: args.flatMap((argument) => argument.kinds).find((kind) => kind === expected.kind) ?? 'none',
    frames: kinds.sort().join(' '),
  };
}
