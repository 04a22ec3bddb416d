import type { Tokenize } from '../../text/index.ts';
import { type Problem, readYaml } from '../../util/located-yaml.ts';
import { onceForEach } from '../../util/once-for-each.ts';
import { assemble } from './assemble.ts';
import { createCompiler } from './compile-rules.ts';
import { parsePhrase } from './parse-phrase.ts';
import type { Phrase } from './phrase.ts';
import { ActFile, ContextsFile, OverlayFile } from './schema.ts';
import { isOverlay } from './site/overlay.ts';
import type { Candidate, ContextRule, Dictionary, DictionaryFile, Entry } from './types.ts';

type Compiled =
  | { readonly ok: true; readonly rule: Entry | ContextRule }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Checks one file of a folder that is in force and compiles one rule of it: what a whole folder takes seconds for. Never throws.
 *
 * @param file an act's file, or `grammar/contexts.yaml`, of the folder, or a site's
 */
export function compileRule(
  file: DictionaryFile,
  id: string,
  dictionary: Pick<Dictionary, 'words'>,
  tokenize: Tokenize,
): Compiled {
  const problems: Problem[] = [];
  const compiler = createCompiler({ words: phrasesOf(dictionary.words), shapes: new Map(), tokenize }, problems);
  const isIt = (one: string) => one === id;
  if (file.path.includes('grammar/contexts')) {
    const read = readYaml(file.path, file.text, ContextsFile);
    if (!read.ok) return read;
    compiler.contexts(read, isIt);
  } else {
    const read = readYaml(file.path, file.text, isOverlay(file) ? OverlayFile : ActFile);
    if (!read.ok) return read;
    const { act, demands, expressions } = read.value;
    compiler.entries(demands, { kind: 'demand', act }, read.locate, 'demands', isIt);
    compiler.entries(expressions, { kind: 'expression', act }, read.locate, 'expressions', isIt);
  }
  const rule = compiler.rules.get(id);
  if (rule === undefined && problems.length === 0)
    problems.push({ file: file.path, line: 1, column: 1, path: '', message: `${id} is not there` });
  return problems.length > 0 || rule === undefined ? { ok: false, problems } : { ok: true, rule };
}

const phrasesOf = onceForEach(
  (words: Dictionary['words']): ReadonlyMap<string, readonly Phrase[]> =>
    new Map([...words].map(([name, list]) => [name, list.map(parsePhrase)])),
);

/** The same dictionary with a rule added, replaced by another with its id, or (null) taken out; nothing else is compiled anew. */
export function withRule(dictionary: Dictionary, id: string, rule: Entry | ContextRule | null): Dictionary {
  const others = new Map([...dictionary.rules].filter(([one]) => one !== id));
  if (rule !== null) others.set(id, rule);
  const own = onlyRules(dictionary, rule === null ? [] : [rule]);
  const isOther = (candidate: Candidate) => candidate.rule.id !== id;
  return {
    ...dictionary,
    rules: others,
    beside: [...dictionary.beside.filter((one) => one.id !== id), ...own.beside],
    candidates: [...dictionary.candidates.filter(isOther), ...own.candidates],
    automaton: {
      scan(text, found) {
        dictionary.automaton.scan(text, (candidate) => {
          if (isOther(candidate)) found(candidate);
        });
        own.automaton.scan(text, found);
      },
    },
  };
}

/** The same dictionary with these rules and no others: where they may stand at all. */
export const onlyRules = (dictionary: Dictionary, rules: readonly (Entry | ContextRule)[]): Dictionary =>
  assemble({ ...dictionary, rules: new Map(rules.map((rule) => [rule.id, rule])) });
