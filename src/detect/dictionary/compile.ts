import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { formatProblem, type Locate, type Problem, readYaml } from '../../located-yaml.ts';
import type { Tokenize } from '../../text/index.ts';
import { ACTS, type Act } from '../assessment.ts';
import { buildAutomaton } from '../automaton.ts';
import { parsePhrase } from './parse-phrase.ts';
import { compilePhrase, type Pattern } from './pattern.ts';
import { type Phrase, PhraseError } from './phrase.ts';
import {
  ActFile,
  type Bilingual,
  ContextsFile,
  type EntryFile,
  type Group,
  GroupFile,
  type Scoring,
  ScoringFile,
  WordsFile,
} from './schema.ts';
import type { PhraseContext } from './shape-of.ts';
import {
  type Candidate,
  type ContextRule,
  type Dictionary,
  DictionaryError,
  type Entry,
  type Examples,
  type Role,
} from './types.ts';

/** A file of the dictionary folder; `path` is relative to it, with forward slashes. */
export interface DictionaryFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Checks and compiles a whole folder: a broken file refuses all of it, so that what runs is always what was tested.
 *
 * @throws DictionaryError naming file, line and column of everything that is wrong.
 */
export function compileDictionary(files: readonly DictionaryFile[], tokenize: Tokenize): Dictionary {
  const problems: Problem[] = [];
  const read = <S extends z.ZodType>(file: DictionaryFile, schema: S) => {
    const result = readYaml(file.path, file.text, schema);
    if (!result.ok) problems.push(...result.problems);
    return result.ok ? result : null;
  };
  const words = new Map<string, readonly Phrase[]>();
  const compiler = createCompiler({ words, tokenize }, problems);
  const acts = new Map<Act, { label: Bilingual; guideline: Bilingual }>();
  const groups = new Map<Group, Bilingual>();
  let scoring: Scoring | null = null;

  // Words first: every other file may refer to them.
  for (const file of files.filter(({ path }) => path === 'grammar/words.yaml')) {
    const parsed = read(file, WordsFile);
    for (const [name, list] of Object.entries(parsed?.value.words ?? {})) {
      words.set(name, compiler.phrases(list, parsed!.locate, ['words', name]));
    }
  }
  for (const file of files) {
    if (file.path === 'grammar/words.yaml') continue;
    if (file.path === 'scoring.yaml') scoring = read(file, ScoringFile)?.value ?? null;
    else if (file.path === 'grammar/contexts.yaml') compiler.contexts(read(file, ContextsFile));
    else if (file.path.startsWith('grammar/')) {
      const parsed = read(file, GroupFile);
      if (!parsed) continue;
      groups.set(parsed.value.group, parsed.value.label);
      compiler.entries(parsed.value.entries, { kind: 'grammar', group: parsed.value.group }, parsed.locate, 'entries');
    } else {
      const parsed = read(file, ActFile);
      if (!parsed) continue;
      const { act, label, guideline, demands, expressions } = parsed.value;
      if (acts.has(act)) problems.push({ ...parsed.locate(['act']), message: `${act} has a file already` });
      acts.set(act, { label, guideline });
      compiler.entries(demands, { kind: 'demand', act }, parsed.locate, 'demands');
      compiler.entries(expressions, { kind: 'expression', act }, parsed.locate, 'expressions');
    }
  }
  const whole = { file: 'scoring.yaml', line: 1, column: 1, path: '' };
  if (!scoring && problems.length === 0) problems.push({ ...whole, message: 'missing' });
  for (const act of ACTS) {
    if (!acts.has(act) && problems.length === 0) problems.push({ ...whole, file: `${act}.yaml`, message: 'missing' });
  }
  if (problems.length > 0 || !scoring) throw new DictionaryError(problems, problems.map(formatProblem).join('\n'));
  return assemble({ version: versionOf(files), acts, groups, scoring, rules: compiler.rules });
}

const versionOf = (files: readonly DictionaryFile[]): string => {
  const hash = createHash('sha256');
  for (const { path, text } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex').slice(0, 12);
};

function assemble(parts: Pick<Dictionary, 'version' | 'acts' | 'groups' | 'scoring' | 'rules'>): Dictionary {
  const beside: ContextRule[] = [];
  const candidates: Candidate[] = [];
  for (const rule of parts.rules.values()) {
    if (rule.kind === 'context' && isBeside(rule)) beside.push(rule);
    else for (const pattern of rule.patterns) candidates.push({ rule, pattern });
  }
  const literals = candidates.flatMap((candidate) =>
    candidate.pattern.literals.map((text) => [text, candidate] as const),
  );
  return { ...parts, beside, candidates, automaton: buildAutomaton(literals) };
}

const isBeside = (rule: ContextRule): boolean => {
  switch (rule.where) {
    case 'after':
    case 'before':
    case 'quoted':
      return true;
    case 'sentence':
    case 'near':
    case 'mail':
      return false;
  }
};

/** Collects rules, and problems instead of throwing, so that an author sees all mistakes at once. */
function createCompiler(context: PhraseContext, problems: Problem[]) {
  const rules = new Map<string, Entry | ContextRule>();
  const attempt = <T>(work: () => T, locate: Locate, path: readonly PropertyKey[]): T[] => {
    try {
      return [work()];
    } catch (error) {
      if (!(error instanceof PhraseError)) throw error;
      const place = locate(path);
      problems.push({ ...place, column: place.column + error.offset, message: error.message });
      return [];
    }
  };
  const phrases = (list: readonly string[], locate: Locate, path: readonly PropertyKey[]): Phrase[] =>
    list.flatMap((text, i) => attempt(() => parsePhrase(text), locate, [...path, i]));
  const patterns = (list: readonly string[], locate: Locate, path: readonly PropertyKey[]): Pattern[] =>
    list.flatMap((text, i) => attempt(() => compilePhrase(parsePhrase(text), context), locate, [...path, 'say', i]));
  const add = (rule: Entry | ContextRule, locate: Locate, path: readonly PropertyKey[]): void => {
    if (rules.has(rule.id))
      problems.push({ ...locate([...path, 'id']), message: `${rule.id} is there already; choose another id` });
    rules.set(rule.id, rule);
  };
  const examples = (
    { match, not }: { match: string[]; not: string[] },
    locate: Locate,
    path: readonly PropertyKey[],
  ): Examples => ({
    match,
    not,
    locate: (list, index) => locate([...path, list, index]),
  });
  return {
    rules,
    phrases,
    entries(list: readonly z.output<typeof EntryFile>[], role: Role, locate: Locate, key: string): void {
      list.forEach((entry, i) => {
        const path = [key, i];
        const { id, weight } = entry;
        const compiled = patterns(entry.say, locate, path);
        add(
          {
            kind: 'entry',
            id,
            role,
            weight,
            aimed: entry.aim !== null,
            loose: entry.lang === 'zh' || role.kind === 'grammar',
            patterns: compiled,
            examples: examples(entry, locate, path),
          },
          locate,
          path,
        );
      });
    },
    contexts(parsed: { value: z.output<typeof ContextsFile>; locate: Locate } | null): void {
      parsed?.value.contexts.forEach((rule, i) => {
        const path = ['contexts', i];
        const { id, label, where, factor } = rule;
        const acts = rule.acts && new Set(rule.acts);
        const compiled = patterns(rule.say, parsed.locate, path);
        add(
          {
            kind: 'context',
            id,
            label,
            where,
            factor,
            acts,
            patterns: compiled,
            examples: examples(rule, parsed.locate, path),
          },
          parsed.locate,
          path,
        );
      });
    },
  };
}
