import { and, asc, eq, isNotNull, like, or, sql } from 'drizzle-orm';
import type { PersonId } from '../../cases/index.ts';
import type { SiteKey } from '../../config/index.ts';
import { takeAdvisoryLock } from '../engine/advisory-lock.ts';
import type { Db } from '../engine/db.ts';
import { source } from '../schema/core.ts';
import { type SettingState, siteSetting } from '../schema/settings.ts';

export type { SettingState };

/** A setting as the store has it, its secrets sealed. */
export interface KeptSetting extends SiteKey {
  readonly value: unknown;
  readonly sealed: Uint8Array | null;
  readonly state: SettingState;
  readonly version: number;
  readonly at: Date;
  readonly by: string;
}

export type NewSetting = Omit<KeptSetting, 'version'> & { readonly person: PersonId | null };

const columns = {
  section: siteSetting.section,
  name: siteSetting.name,
  value: siteSetting.value,
  sealed: siteSetting.sealed,
  state: siteSetting.state,
  version: siteSetting.version,
  at: siteSetting.at,
  by: siteSetting.by,
};

const is = ({ section, name }: SiteKey) => and(eq(siteSetting.section, section), eq(siteSetting.name, name));

/** All that were ever set up, those taken out included. */
export const siteSettings = (db: Db): Promise<KeptSetting[]> =>
  db.select(columns).from(siteSetting).orderBy(asc(siteSetting.section), asc(siteSetting.name));

export async function settingOf(db: Db, key: SiteKey): Promise<KeptSetting | null> {
  const [row] = await db.select(columns).from(siteSetting).where(is(key));
  return row ?? null;
}

/** Another one as soon as a setting is another: no row ever goes, and each change counts its row up. */
export async function settingsStamp(db: Db): Promise<string> {
  const [row] = await db.select({ sum: sql<string>`coalesce(sum(${siteSetting.version}), 0)::text` }).from(siteSetting);
  return row!.sum;
}

/** One after another, whoever changes settings: held until the transaction ends. */
export const lockSettings = (tx: Db): Promise<void> => takeAdvisoryLock(tx, 'settings', '');

/** Puts a setting in force, or keeps it until it is resumed, in place of the one before. A token that its provider changed says itself of which it came. Under `lockSettings`. */
export async function writeSetting(tx: Db, { section, name, ...row }: NewSetting): Promise<void> {
  await tx
    .insert(siteSetting)
    .values({ section, name, version: 1, ...row })
    .onConflictDoUpdate({
      target: [siteSetting.section, siteSetting.name],
      set: { ...row, version: sql`${siteSetting.version} + 1` },
    });
}

/** @returns false where it is not there, or stands so already. One that is taken out loses its secrets. Under `lockSettings`. */
export async function setSettingState(
  tx: Db,
  key: SiteKey,
  { state, ...who }: Pick<KeptSetting, 'state' | 'at' | 'by'> & { readonly person: PersonId | null },
): Promise<boolean> {
  const secrets = state === 'out' ? { sealed: null, kept: null } : {};
  const changed = await tx
    .update(siteSetting)
    .set({ state, ...secrets, ...who, version: sql`${siteSetting.version} + 1` })
    .where(and(is(key), sql`${siteSetting.state} not in ('out', ${state})`))
    .returning({ version: siteSetting.version });
  return changed.length > 0;
}

/** Whether something was ever read under this name: another mailbox must not go on where that one stood. */
export async function hasCursor(db: Db, name: string): Promise<boolean> {
  const [row] = await db
    .select({ name: source.name })
    .from(source)
    .where(and(or(eq(source.name, name), like(source.name, `${name}/%`)), isNotNull(source.uidValidity)))
    .limit(1);
  return row !== undefined;
}

/** The refresh token that a provider gave last in place of the one that was set up; sealed. */
export async function keptRefreshToken(db: Db, name: string): Promise<Uint8Array | null> {
  const [row] = await db
    .select({ kept: siteSetting.kept })
    .from(siteSetting)
    .where(is({ section: 'source', name }));
  return row?.kept ?? null;
}

/** Keeps it: no change of the settings, so that nothing is started anew. */
export async function keepRefreshToken(db: Db, name: string, kept: Uint8Array): Promise<void> {
  await db
    .update(siteSetting)
    .set({ kept })
    .where(is({ section: 'source', name }));
}
