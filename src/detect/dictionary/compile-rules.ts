import type { z } from 'zod';
import type { Locate, Problem } from '../../util/located-yaml.ts';
import { clauseRule } from './clause-rule.ts';
import { clauseWord } from './clause-word.ts';
import { parsePhrase } from './parse-phrase.ts';
import { compilePhrase, type Pattern } from './pattern.ts';
import { type Phrase, PhraseError } from './phrase.ts';
import type { ContextsFile, EntryFile } from './schema.ts';
import type { PhraseContext } from './shape-of.ts';
import { askedBy } from './site/earlier-entries.ts';
import type { ContextRule, Entry, Examples, Role } from './types.ts';

/** Collects rules, and problems instead of throwing, so that an author sees all mistakes at once. */
export function createCompiler(context: PhraseContext, problems: Problem[], isReleased: IsReleased = () => false) {
  const rules = new Map<string, Entry | ContextRule>();
  const chinese: PhraseContext = { ...context, shapes: new Map(), chinese: true };
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
  const patterns = (
    list: readonly string[],
    locate: Locate,
    path: readonly PropertyKey[],
    key: 'say' | 'noun',
    within = context,
  ): Pattern[] =>
    list.flatMap((text, i) => attempt(() => compilePhrase(parsePhrase(text), within), locate, [...path, key, i]));
  const add = (rule: Entry | ContextRule, locate: Locate, path: readonly PropertyKey[]): void => {
    if (rules.has(rule.id))
      problems.push({ ...locate([...path, 'id']), message: `${rule.id} is there already; choose another id` });
    rules.set(rule.id, rule);
  };
  const examples = (
    { match, not, gaps = [] }: { match: string[]; not: string[]; gaps?: string[] },
    locate: Locate,
    path: readonly PropertyKey[],
  ): Examples => {
    const places = (list: 'match' | 'not' | 'gaps', of: readonly string[]) =>
      of.map((_, index) => locate([...path, list, index]));
    return {
      match,
      not,
      gaps,
      places: { match: places('match', match), not: places('not', not), gaps: places('gaps', gaps) },
    };
  };
  return {
    rules,
    phrases,
    entries(
      list: readonly z.output<typeof EntryFile>[],
      role: Role,
      locate: Locate,
      key: string,
      isWanted: (id: string) => boolean = () => true,
    ): void {
      list.forEach((entry, i) => {
        const path = [key, i];
        const { id } = entry;
        if (!isWanted(id)) return;
        const words = (['do', 'be'] as const).flatMap((use) =>
          entry[use].flatMap((text, n) =>
            attempt(() => clauseWord(text, use, entry.of ?? null, context.tokenize), locate, [...path, use, n]),
          ),
        );
        add(
          {
            kind: 'entry',
            id,
            role,
            lang: entry.lang,
            atLeast: askedBy(entry, role),
            own: !isReleased(entry),
            aimed: (entry.aim === undefined && entry.noun.length > 0) || entry.aim === 'person',
            loose: entry.lang === 'zh' || role.kind === 'grammar',
            patterns: patterns(entry.say, locate, path, 'say', entry.lang === 'zh' ? chinese : context),
            nouns: patterns(entry.noun, locate, path, 'noun'),
            say: [...entry.do, ...entry.be, ...entry.noun, ...entry.say],
            clause: words.length + entry.noun.length === 0 ? null : clauseRule(entry, words),
            note: entry.note ?? null,
            examples: examples(entry, locate, path),
          },
          locate,
          path,
        );
      });
    },
    contexts(
      parsed: { value: z.output<typeof ContextsFile>; locate: Locate } | null,
      isWanted: (id: string) => boolean = () => true,
    ): void {
      parsed?.value.contexts.forEach((rule, i) => {
        const path = ['contexts', i];
        const { id, label } = rule;
        if (strengthens(rule)) return;
        if (!isWanted(id)) return;
        const acts = rule.acts && new Set(rule.acts);
        const say = 'say' in rule ? rule.say : [];
        add(
          {
            kind: 'context',
            id,
            label,
            where: 'where' in rule ? rule.where : 'clause',
            frame: 'clause' in rule ? rule.clause : null,
            acts,
            entries: rule.entries && new Set(rule.entries),
            unnamed: 'unnamed' in rule && rule.unnamed,
            quoted: 'quoted' in rule && rule.quoted,
            patterns: patterns(say, parsed.locate, path, 'say'),
            say,
            examples: examples(rule, parsed.locate, path),
          },
          parsed.locate,
          path,
        );
      });
    },
  };
}

/** Whether an entry is equal to the one that ships. */
export type IsReleased = (entry: z.output<typeof EntryFile>) => boolean;

/** Contexts once could leave points, or add some; one that took little or nothing away says nothing now. */
const strengthens = ({ factor = 0 }: z.output<typeof ContextsFile>['contexts'][number]): boolean => factor >= 0.7;
