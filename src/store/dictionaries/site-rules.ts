import { asc, eq, max } from 'drizzle-orm';
import type { ChangeId } from '../../cases/index.ts';
import { type DictionaryFile, type EntryId, type SiteRule, siteFile } from '../../detect/index.ts';
import { takeAdvisoryLock } from '../engine/advisory-lock.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { dictionaryChange, siteRule } from '../schema/tuning.ts';
import { addChange, type NewDictionaryChange } from './changes.ts';

const columns = { entry: siteRule.entry, act: siteRule.act, section: siteRule.section, text: siteRule.text };

/** The rules of the site that lie over those of the folder. */
export const siteRules = (db: Db): Promise<SiteRule[]> =>
  db.select(columns).from(siteRule).orderBy(asc(siteRule.entry));

/** `siteRules` as the files that dictionaries are compiled of. */
export const siteFiles = async (db: Db): Promise<DictionaryFile[]> => (await siteRules(db)).map(siteFile);

export async function siteRuleOf(db: Db, entry: EntryId): Promise<SiteRule | null> {
  const [row] = await db.select(columns).from(siteRule).where(eq(siteRule.entry, entry));
  return row ?? null;
}

/** Another one as soon as a rule of the site is another: every change has a row. */
export async function siteStamp(db: Db): Promise<string> {
  const [row] = await db.select({ newest: max(dictionaryChange.id) }).from(dictionaryChange);
  return row?.newest ?? '';
}

/** One after another, whoever changes rules of the site: held until the transaction ends, so that changes come in the order of their numbers. */
export const lockDictionaries = (tx: Db): Promise<void> => takeAdvisoryLock(tx, 'dictionaries', '');

/**
 * Writes a change down and puts it in force. Under `lockDictionaries`.
 *
 * @param isShipped the folder says the same as the change makes of the rule: then the site has none
 */
export async function writeSiteRule(tx: Db, change: NewDictionaryChange, isShipped: boolean): Promise<ChangeId> {
  const { entry, act, section, after } = change;
  const id = await addChange(tx, change);
  if (after === null || isShipped) await tx.delete(siteRule).where(eq(siteRule.entry, entry));
  else {
    const row = { act, section, text: clean(after), change: id };
    await tx
      .insert(siteRule)
      .values({ entry, ...row })
      .onConflictDoUpdate({ target: siteRule.entry, set: row });
  }
  return id;
}
