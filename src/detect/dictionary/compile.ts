import type { z } from 'zod';
import type { Tokenize } from '../../text/index.ts';
import { formatProblem, type Problem, readYaml } from '../../util/located-yaml.ts';
import { ACTS, type Act } from '../assessment.ts';
import { assemble, versionOf } from './assemble.ts';
import { createCompiler } from './compile-rules.ts';
import type { Phrase } from './phrase.ts';
import {
  ActFile,
  type Bilingual,
  ContextsFile,
  type Group,
  GroupFile,
  type Scoring,
  ScoringFile,
  WordsFile,
} from './schema.ts';
import { compileOverlay, isOverlay, readOverlay } from './site/overlay.ts';
import { RELEASE, releaseIn } from './site/release.ts';
import { type Dictionary, DictionaryError, type DictionaryFile } from './types.ts';

/**
 * Checks and compiles a whole folder: a broken file refuses all of it, so that what runs is always what was tested.
 *
 * @throws DictionaryError naming file, line and column of everything that is wrong.
 *
 * @example
 * const dictionary = compileDictionary(await readDictionaryFiles('dictionaries'), await loadTokenizer());
 */
export function compileDictionary(all: readonly DictionaryFile[], tokenize: Tokenize): Dictionary {
  const problems: Problem[] = [];
  const files = all.filter((file) => !isOverlay(file) && file.path !== RELEASE);
  const overlay = readOverlay(all.filter(isOverlay), problems);
  const isWanted = (id: string) => !overlay.ids.has(id);
  const read = <S extends z.ZodType>(file: DictionaryFile, schema: S) => {
    const result = readYaml(file.path, file.text, schema);
    if (!result.ok) problems.push(...result.problems);
    return result.ok ? result : null;
  };
  const words = new Map<string, readonly Phrase[]>();
  const written = new Map<string, readonly string[]>();
  const compiler = createCompiler({ words, shapes: new Map(), tokenize }, problems, releaseIn(all));
  const acts = new Map<Act, { label: Bilingual; guideline: Bilingual }>();
  const groups = new Map<Group, Bilingual>();
  let scoring: Scoring | null = null;

  // Words first: every other file may refer to them.
  for (const file of files.filter(({ path }) => path === 'grammar/words.yaml')) {
    const parsed = read(file, WordsFile);
    for (const [name, list] of Object.entries(parsed?.value.words ?? {})) {
      words.set(name, compiler.phrases(list, parsed!.locate, ['words', name]));
      written.set(name, list);
    }
  }
  for (const file of files) {
    if (file.path === 'grammar/words.yaml') continue;
    if (file.path === 'scoring.yaml') scoring = read(file, ScoringFile)?.value ?? null;
    else if (file.path === 'grammar/contexts.yaml') compiler.contexts(read(file, ContextsFile), isWanted);
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
      compiler.entries(demands, { kind: 'demand', act }, parsed.locate, 'demands', isWanted);
      compiler.entries(expressions, { kind: 'expression', act }, parsed.locate, 'expressions', isWanted);
    }
  }
  compileOverlay(overlay, compiler);
  const whole = { file: 'scoring.yaml', line: 1, column: 1, path: '' };
  if (!scoring && problems.length === 0) problems.push({ ...whole, message: 'missing' });
  for (const act of ACTS) {
    if (!acts.has(act) && problems.length === 0) problems.push({ ...whole, file: `${act}.yaml`, message: 'missing' });
  }
  if (problems.length > 0 || !scoring) throw new DictionaryError(problems, problems.map(formatProblem).join('\n'));
  return assemble({
    version: versionOf(all),
    acts,
    groups,
    words: written,
    scoring: overlay.scored(scoring),
    rules: compiler.rules,
  });
}
