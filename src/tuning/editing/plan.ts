import { createHash } from 'node:crypto';
import { ACTS, type DictionaryFile, type EntryId, OVERLAY, type SiteRule, siteFile } from '../../detect/index.ts';
import type { Plan } from './change-plan.ts';
import { type Draft, itemOf } from './draft.ts';
import { isThresholds, locateThresholds } from './thresholds.ts';
import { findItem } from './yaml-item.ts';

const isOfSite = ({ path }: DictionaryFile): boolean => path.startsWith(OVERLAY);
const _pathOf = (rule: SiteRule): string => siteFile(rule).path;

/** A rule as it is in force: the site's, if that has one. */
export function locate(files: readonly DictionaryFile[], id: string): SiteRule | null {
  const entry = id as EntryId;
  if (isThresholds(entry)) return locateThresholds(files, entry);
  const inOrder = [...files].sort((a, b) => Number(isOfSite(b)) - Number(isOfSite(a)));
  for (const file of inOrder) {
    const item = file.text.includes(id) ? findItem(file.text, id) : null;
    if (item !== null) return { entry, act: actIn(file), section: item.section, text: item.text };
  }
  return null;
}

function actIn({ text }: DictionaryFile): SiteRule['act'] {
  const [, name] = /^act: *([\w-]+)/m.exec(text) ?? [];
  return ACTS.find((act) => act === name) ?? null;
}

/** Which text of a rule a form was made of: another one is a conflict. */
export const fingerprint = (item: string | null): string =>
  item === null ? '' : createHash('sha256').update(item).digest('hex').slice(0, 16);

/** How a rule gets another text. @param after null: the site has none, and what the folder says is in force */
export function planRule(
  files: readonly DictionaryFile[],
  { entry, act, section }: Omit<SiteRule, 'text'>,
  after: string | null,
): Plan {
  const shipped = files.filter((file) => !isOfSite(file));
  const below = locate(shipped, entry)?.text ?? null;
  const before = locate(files, entry)?.text ?? null;
  return { entry, act, section, below, before, after: after ?? below };
}

/** What a draft makes of its rule. */
export function planDraft(files: readonly DictionaryFile[], draft: Draft): Plan {
  const rule =
    draft.kind === 'exception'
      ? ({ act: null, section: 'contexts' } as const)
      : { act: draft.act, section: draft.section };
  const entry = draft.id as EntryId;
  return planRule(files, { entry, ...rule }, itemOf(draft, locate(files, entry)?.text ?? ''));
}
