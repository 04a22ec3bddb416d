import { createHash } from 'node:crypto';
import { buildAutomaton } from '../automaton.ts';
import type { FrameName } from './clause-names.ts';
import type { ClauseWord } from './clause-rule.ts';
import type { Pattern } from './pattern.ts';
import type { BesideRule, Candidate, ClauseEntry, ContextRule, Dictionary, Entry, PhraseCandidate } from './types.ts';

type Parts = Pick<Dictionary, 'version' | 'acts' | 'groups' | 'words' | 'scoring' | 'rules'>;

/** A dictionary of compiled rules. */
export function assemble(parts: Parts): Dictionary {
  const arranged = arrange(parts);
  return { ...arranged, automaton: buildAutomaton(literalsIn(arranged.candidates)) };
}

/** What the automaton looks for. */
export const literalsIn = (candidates: readonly Candidate[]): (readonly [string, Candidate])[] =>
  candidates.flatMap((candidate) => candidate.literals.rarest.map((text) => [text, candidate] as const));

/** The same rules always in the same order: what is looked for in the text at large, and what only beside a match. */
export function arrange(parts: Parts): Omit<Dictionary, 'automaton'> {
  const beside: BesideRule[] = [];
  const frames = new Map<FrameName, ContextRule>();
  const candidates: Candidate[] = [];
  for (const rule of parts.rules.values()) {
    if (rule.kind === 'context' && rule.frame !== null) frames.set(rule.frame, rule);
    else if (rule.kind === 'context' && isBeside(rule)) beside.push(rule);
    else {
      for (const pattern of rule.patterns) candidates.push(phraseCandidate(rule, pattern, null));
      if (rule.kind === 'entry' && readsClauses(rule)) candidates.push(...clauseCandidates(rule));
    }
  }
  return { ...parts, frames, beside, candidates };
}

const readsClauses = (rule: Entry): rule is ClauseEntry => rule.clause !== null;

const phraseCandidate = (
  rule: Entry | ContextRule,
  pattern: Pattern,
  noun: PhraseCandidate['noun'],
): PhraseCandidate => ({
  kind: 'phrase',
  rule,
  pattern,
  noun,
  get literals() {
    return pattern.literals; // unpacked when asked for
  },
});

const clauseCandidates = (rule: ClauseEntry): Candidate[] => [
  ...rule.nouns.map((pattern) => phraseCandidate(rule, pattern, rule.clause)),
  ...rule.clause.words.map((word) => clauseCandidate(rule, word)),
];

const clauseCandidate = (rule: ClauseEntry, word: ClauseWord): Candidate => ({
  kind: 'clause',
  rule,
  word,
  get literals() {
    return word.literals;
  },
});

const isBeside = (rule: ContextRule): rule is BesideRule => {
  switch (rule.where) {
    case 'after':
    case 'before':
    case 'quoted':
    case 'closing':
      return true;
    case 'sentence':
    case 'near':
    case 'previous':
    case 'next':
    case 'mail':
    case 'clause':
      return false;
  }
};

/** The same for the same files, whatever their order. */
export const versionOf = (files: readonly { readonly path: string; readonly text: string }[]): string => {
  const hash = createHash('sha256');
  for (const { path, text } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex').slice(0, 12);
};
