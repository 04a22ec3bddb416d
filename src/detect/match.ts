import { analyse, type Clause, predicatesAmong } from '../clause/index.ts';
import type { PartId } from '../mail/index.ts';
import type { Sentence, Span, Token, Tokenize } from '../text/index.ts';
import { type ClauseReading, readClause, readNoun } from './clause-match.ts';
import type { Earlier } from './clause-thing.ts';
import type {
  Candidate,
  ClauseCandidate,
  ContextRule,
  Dictionary,
  Entry,
  PhraseCandidate,
} from './dictionary/index.ts';
import { kana } from './kana.ts';
import { isWord } from './word-edges.ts';

/** A sentence of own text and the part it stands in. */
export interface OwnSentence {
  readonly part: PartId;
  readonly sentence: Sentence;
}

/** A sentence made ready for looking things up; tokens are cut only when a match asks for them. */
export interface Line extends OwnSentence {
  readonly index: number; // among all lines of the mail
  readonly text: string; // folded and kana-levelled: same offsets as sentence.text
  readonly written: string; // sentence.text
  readonly tokens: () => readonly Token[];
  readonly edges: () => ReadonlySet<number>; // where tokens begin or end
  readonly clauses: () => readonly Clause[]; // read when a word of a clause entry stands in the line
  readonly earlier: Earlier;
}

/** A rule found in a line; offsets in UTF-16 units of the line's text. */
export interface Hit<R extends Entry | ContextRule = Entry | ContextRule> {
  readonly rule: R;
  readonly line: Line;
  readonly start: number;
  readonly end: number;
  readonly reading: ClauseReading | null; // null: a phrase was found
}

/** More matches of one phrase in one sentence tell nothing new. */
const MOST_PER_SENTENCE = 8;

export function toLines(sentences: readonly OwnSentence[], tokenize: Tokenize): Line[] {
  const lines: Line[] = [];
  for (const [index, { part, sentence }] of sentences.entries()) {
    let cut: readonly Token[] | null = null;
    let edges: Set<number> | null = null;
    let clauses: readonly Clause[] | null = null;
    const tokens = () => (cut ??= tokenize(sentence.text));
    lines.push({
      part,
      sentence,
      index,
      text: kana(sentence.text),
      written: sentence.text,
      tokens,
      edges: () => (edges ??= new Set(tokens().flatMap(({ start, end }) => [start, end]))),
      clauses: () => (clauses ??= analyse(sentence.text, tokens())),
      earlier: (back) => {
        const line = lines[index - back];
        return line?.part === part ? line.clauses() : [];
      },
    });
  }
  return lines;
}

/**
 * Finds every entry and every context rule that stands by itself, overlaps included.
 *
 * @param prefilter false looks for every pattern in every line: slow, and the same result (the differential test).
 * @returns hits in the order of the lines, without doubles.
 */
export function findHits(dictionary: Dictionary, lines: readonly Line[], prefilter = true): Hit[] {
  const hits: Hit[] = [];
  for (const line of lines) {
    const found = new Map<string, Hit>();
    for (const candidate of prefilter ? possibleIn(line, dictionary) : dictionary.candidates)
      for (const hit of candidate.kind === 'phrase' ? matches(candidate, line) : clauseHits(candidate, line)) {
        const key = `${hit.rule.id} ${hit.start} ${hit.end}`;
        const known = found.get(key);
        if (known === undefined || tellsMore(hit, known)) found.set(key, hit);
      }
    hits.push(
      ...[...found.values()].sort((a, b) => a.start - b.start || a.end - b.end || (a.rule.id < b.rule.id ? -1 : 1)),
    );
  }
  return hits;
}

/** What has its literals in the line and, where a clause is asked for, its predicates among the tokens. */
function possibleIn(line: Line, dictionary: Dictionary): readonly Candidate[] {
  const possible: Candidate[] = [];
  const lemmas = new Set<string>();
  dictionary.automaton.scan(line.text, (candidate) => {
    if (!isPossible(candidate, line)) return;
    possible.push(candidate);
    if (candidate.kind === 'clause') for (const { lemma } of candidate.word.steps) lemmas.add(lemma);
  });
  if (lemmas.size === 0) return possible;
  const there = predicatesAmong(lemmas, line.written, line.tokens());
  return possible.filter(
    (candidate) => candidate.kind === 'phrase' || candidate.word.steps.every(({ lemma }) => there.has(lemma)),
  );
}

/** One literal of the candidate stands in the line; does one of each other set? */
function isPossible({ literals: { others } }: Candidate, { text }: Line): boolean {
  for (const set of others) if (!holdsOne(text, set)) return false;
  return true;
}

function holdsOne(text: string, literals: readonly string[]): boolean {
  for (const literal of literals) if (text.includes(literal)) return true;
  return false;
}

/** At each place the longest match that begins and ends where words do. */
function matches({ rule, pattern, noun }: PhraseCandidate, line: Line): Hit[] {
  const hits: Hit[] = [];
  for (let start = 0; start < line.text.length && hits.length < MOST_PER_SENTENCE; start++) {
    const ends = pattern.ends(line, start);
    if (ends.length === 0) continue;
    const end = ends.find((at) => at > start && (isPhrase(rule) || isWord(line.written, start, at, line.edges)));
    if (end === undefined) continue;
    const reading = noun === null ? null : readNoun(noun, line.clauses(), { start, end });
    hits.push({ rule, line, start, end, reading });
  }
  return hits;
}

function clauseHits({ rule, word }: ClauseCandidate, line: Line): Hit[] {
  return line.clauses().flatMap((_, i, clauses) => {
    const reading = readClause(rule.clause, word, clauses, i, line.earlier);
    return reading === null ? [] : [{ rule, line, ...within(line.written, reading), reading }];
  });
}

const HANDED_ON = /(?:と|って|との|とか|という|といった|っていう|なんて|など|とまで|とまでは)$/;

/** Inside the quotation that the predicate stands in, and without the と that hands it on to 言われた. */
function within(text: string, { start, at, end, handsOn }: ClauseReading): Span {
  const opened = Math.max(...[...'「『“"'].map((mark) => text.lastIndexOf(mark, at - 1)));
  const closed = /[」』”"]/.exec(text.slice(at, end))?.index;
  const words = text.slice(at, closed === undefined ? end : at + closed);
  return { start: Math.max(start, opened + 1), end: at + (handsOn ? words.replace(HANDED_ON, '') : words).length };
}

/** Of two readings of the same words, the one that less speaks against; whichever was found first. */
function tellsMore(hit: Hit, known: Hit): boolean {
  const against = ({ reading }: Hit) => reading?.frames.join(' ') ?? '';
  return (
    against(hit).length < against(known).length ||
    (against(hit).length === against(known).length && against(hit) < against(known))
  );
}

/** Grammar and contexts are stretches of sentences; only the entries of acts must begin and end where words do. */
const isPhrase = (rule: Entry | ContextRule): boolean => rule.kind === 'context' || rule.loose;
