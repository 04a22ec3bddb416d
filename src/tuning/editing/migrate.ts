import { isMap, isSeq, parse, parseDocument } from 'yaml';
import type { DictionaryFile, RuleSection } from '../../detect/index.ts';
import { askedIn } from './asked.ts';
import { changedItem, findItem, replaceItem } from './yaml-item.ts';

/** A file of entries in the form of today. */
export interface MigratedFile {
  readonly path: string;
  readonly text: string;
  readonly entries: number; // that were in the earlier form
}

/**
 * Entries of acts that still say `weight`, `floor` or `apprentice`, in the form of today: they ask for what they are read as asking for.
 * Every other byte stays, and files that have none are left out.
 */
export const migrated = (files: readonly DictionaryFile[]): MigratedFile[] =>
  files.flatMap(({ path, text }) => {
    let after = text;
    let entries = 0;
    for (const { id, section } of earlierIn(text)) {
      const found = findItem(after, id);
      if (found === null) continue; // within brackets: it is read all the same
      after = replaceItem(after, found, inFormOfToday(found.text, section));
      entries += 1;
    }
    return entries === 0 ? [] : [{ path, text: after, entries }];
  });

/** The lines of one rule in the form of today; the same where they are in it. */
export function inFormOfToday(item: string, section: RuleSection): string {
  const [written] =
    section === 'demands' || section === 'expressions' ? (parse(item) as Record<string, unknown>[]) : [];
  if (written?.weight === undefined) return item;
  const asked = askedIn(written, section, 'other'); // which act it is of changes nothing
  return changedItem(item, {
    at_least: asked ?? undefined,
    weight: undefined,
    floor: undefined,
    apprentice: undefined,
  });
}

function earlierIn(text: string) {
  const document = parseDocument(text);
  return (['demands', 'expressions'] as const).flatMap((section) => {
    const list = document.get(section);
    const items = isSeq(list) ? list.items.filter(isMap) : [];
    return items.filter((item) => item.has('weight')).map((item) => ({ id: String(item.get('id')), section }));
  });
}
