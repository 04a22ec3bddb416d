import { parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import { ACTS, DictionaryError, type DictionaryFile, type EntryId, type SiteRule } from '../../detect/index.ts';
import { formatProblem, readYaml } from '../../util/located-yaml.ts';
import { LANGUAGES_RULE, languagesIn, languagesLine, linesOf, thresholdsIn, thresholdsOf } from './thresholds.ts';
import { itemsIn } from './yaml-item.ts';

const CONTEXTS = 'grammar/contexts.yaml';
const SCORING = 'scoring.yaml';

/** The rules of a site as files that somebody edits, one for each act. `rulesIn` reads them. */
export function folderOf(rules: readonly SiteRule[]): DictionaryFile[] {
  const texts = new Map<string, string>();
  const inOrder = [...rules].sort((a, b) => a.section.localeCompare(b.section) || (a.entry < b.entry ? -1 : 1));
  const sections = new Set<string>();
  for (const { act, section, text } of inOrder) {
    const whole = section === 'thresholds' || section === 'otherLanguages'; // its text has the key
    const path = whole || section === 'mailboxes' ? SCORING : act === null ? CONTEXTS : `${act}.yaml`;
    const above = texts.get(path) ?? (act === null ? '' : `act: ${act}\n`);
    const isFirst = !sections.has(`${path} ${section}`);
    sections.add(`${path} ${section}`);
    const lines = whole ? text : text.replace(/^(?=.)/gm, '  ');
    texts.set(path, `${above}${isFirst && !whole ? `${section}:\n` : ''}${lines}`);
  }
  return [...texts].map(([path, text]) => ({ path, text }));
}

/**
 * The rules in a folder of files, as `folderOf` gives them or as dictionaries ship. What else such files say (labels,
 * shared grammar, the rest of scoring) is no rule of a site.
 *
 * @throws DictionaryError for what is no YAML
 */
export function rulesIn(files: readonly DictionaryFile[]): SiteRule[] {
  const problems = files.flatMap(({ path, text }) => {
    const read = readYaml(path, text, z.unknown());
    return read.ok ? [] : read.problems;
  });
  if (problems.length > 0) throw new DictionaryError(problems, problems.map(formatProblem).join('\n'));
  return files.flatMap(rulesOf);
}

function rulesOf({ path, text }: DictionaryFile): SiteRule[] {
  if (path === SCORING) {
    const languages = languagesIn(text);
    return [
      ...[...thresholdsIn(text)].map(([mailbox, one]) => ({ ...thresholdsOf(mailbox), text: linesOf(one, mailbox) })),
      ...(languages === null ? [] : [{ ...LANGUAGES_RULE, text: languagesLine(languages) }]),
    ];
  }
  const document = parseDocument(text);
  const act = ACTS.find((one) => one === document.get('act')) ?? null;
  if (act === null && path !== CONTEXTS) return [];
  return itemsIn(document, text)
    .filter(({ section }) => (section === 'contexts') === (act === null))
    .map(({ id, section, map, item }) => ({
      entry: id as EntryId,
      act,
      section,
      text: item?.text ?? stringify([map.toJSON()]),
    }));
}
