import type { Problem } from '../../util/located-yaml.ts';
import type { Act, AskedBand, EntryId } from '../assessment.ts';
import type { Automaton } from '../automaton.ts';
import type { JudgedLanguage } from '../classifier/language.ts';
import type { FrameName } from './clause-names.ts';
import type { ClauseRule, ClauseWord } from './clause-rule.ts';
import type { Literals } from './literals.ts';
import type { Pattern } from './pattern.ts';
import type { Bilingual, Group, Place, Scoring } from './schema.ts';

/** A file of the dictionary folder; `path` is relative to it, with forward slashes, and `overlay/…` for a rule of the site. */
export interface DictionaryFile {
  readonly path: string;
  readonly text: string;
}

/** The lists of files in which rules stand; both thresholds are changed as one rule. */
export const RULE_SECTIONS = [
  'demands',
  'expressions',
  'contexts',
  'thresholds',
  'mailboxes',
  'otherLanguages',
] as const;
export type RuleSection = (typeof RULE_SECTIONS)[number];

/** A rule of a site, as it was written: it replaces one of the folder by its id, or is added. */
export interface SiteRule {
  readonly entry: EntryId;
  readonly act: Act | null; // null: a context or a part of scoring.yaml
  readonly section: RuleSection;
  readonly text: string; // lines of YAML, from the dash on; of what stands in scoring.yaml the key with its value, of a mailbox its line
}

/** What an entry is for: a demand (axis 1) or an expression (axis 2) of an act, or shared grammar. */
export type Role =
  | { readonly kind: 'demand'; readonly act: Act }
  | { readonly kind: 'expression'; readonly act: Act }
  | { readonly kind: 'grammar'; readonly group: Group };

export interface Entry {
  readonly kind: 'entry';
  readonly id: EntryId;
  readonly role: Role;
  readonly lang: JudgedLanguage;
  readonly atLeast: AskedBand | null; // the band a mail has at least where it is meant; null: it gives a reason, no more
  readonly own: boolean; // of the site, or edited there: not equal to what ships
  readonly aimed: boolean;
  readonly loose: boolean; // may begin and end within a word: the tokenizer knows no Chinese
  readonly patterns: readonly Pattern[];
  readonly nouns: readonly Pattern[]; // used of somebody; the clause around them is asked
  readonly say: readonly string[]; // all that is looked for, as written
  readonly clause: ClauseRule | null; // null: phrases only
  readonly note: string | null; // by its author
  readonly examples: Examples;
}

/** Surroundings that say that a match is not meant: quotation, negation, jargon … */
export interface ContextRule {
  readonly kind: 'context';
  readonly id: EntryId;
  readonly label: Bilingual;
  readonly where: Place | 'clause';
  readonly frame: FrameName | null; // of the clause, where that tells
  readonly acts: ReadonlySet<Act | 'worry'> | null; // null: all
  readonly entries: ReadonlySet<EntryId> | null; // null: all
  readonly unnamed: boolean; // only where nobody of the reader's side is named as the one it is done to
  readonly quoted: boolean; // only to words in quotation marks
  readonly patterns: readonly Pattern[];
  readonly say: readonly string[]; // what the patterns were made of, as written
  readonly examples: Examples;
}

/** A context that is looked for beside each match. */
export type BesideRule = ContextRule & { readonly where: 'after' | 'before' | 'quoted' | 'closing' };

/** Sentences of the author's own: those that must match, those that must not, and those that one day should. */
export interface Examples {
  readonly match: readonly string[];
  readonly not: readonly string[];
  readonly gaps: readonly string[];
  readonly places: Readonly<Record<'match' | 'not' | 'gaps', readonly ExamplePlace[]>>; // where each is written
}

export type ExamplePlace = Pick<Problem, 'file' | 'line' | 'column' | 'path'>;

/** What a literal leads to. */
export type Candidate = PhraseCandidate | ClauseCandidate;

export interface PhraseCandidate {
  readonly kind: 'phrase';
  readonly rule: Entry | ContextRule;
  readonly pattern: Pattern;
  readonly noun: ClauseRule | null; // what is asked of the clause around a noun; null: a phrase by itself
  readonly literals: Literals;
}

export type ClauseEntry = Entry & { readonly clause: ClauseRule };

export interface ClauseCandidate {
  readonly kind: 'clause';
  readonly rule: ClauseEntry;
  readonly word: ClauseWord;
  readonly literals: Literals;
}

/** All dictionary files, checked and compiled. */
export interface Dictionary {
  readonly version: string; // 12 hex digits over the files' contents
  readonly acts: ReadonlyMap<Act, { readonly label: Bilingual; readonly guideline: Bilingual }>;
  readonly groups: ReadonlyMap<Group, Bilingual>;
  readonly words: ReadonlyMap<string, readonly string[]>; // the shared lists, as written
  readonly rules: ReadonlyMap<string, Entry | ContextRule>;
  /** What the clause of a match may tell, by name. */
  readonly frames: ReadonlyMap<FrameName, ContextRule>;
  /** Contexts looked for beside a match, not in the text at large. */
  readonly beside: readonly BesideRule[];
  readonly scoring: Scoring;
  readonly candidates: readonly Candidate[];
  readonly automaton: Automaton<Candidate>;
}

/** The same dictionary finding nothing: what the classifier says by itself, with the thresholds as they are. */
export const withoutEntries = (dictionary: Dictionary): Dictionary => ({
  ...dictionary,
  candidates: [],
  beside: [],
  automaton: { scan: () => {} },
});

/** The folder is refused as a whole; `problems` says where and why. */
export class DictionaryError extends Error {
  override readonly name = 'DictionaryError';
  readonly code = 'dictionary';
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[], message: string) {
    super(message);
    this.problems = problems;
  }
}
