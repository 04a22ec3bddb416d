import { and, desc, eq } from 'drizzle-orm';
import type { PersonId } from '../../cases/index.ts';
import type { RuleKind, RuleVersion } from '../../response/index.ts';
import { clean, cleanJson } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { ruleVersion } from '../schema/response.ts';

/** Every version of some rules, the newest first. Few are ever written, so that all are read. */
export async function rulesOf<Rules>(db: Db, kind: RuleKind): Promise<RuleVersion<Rules>[]> {
  const rows = await db.select().from(ruleVersion).where(eq(ruleVersion.kind, kind)).orderBy(desc(ruleVersion.version));
  return rows.map(({ version, rules, by, person, at }) => ({ version, rules: rules as Rules, by, person, at }));
}

/** The newest version; null: nobody has written any. */
export async function currentRules<Rules>(db: Db, kind: RuleKind): Promise<RuleVersion<Rules> | null> {
  return (await rulesOf<Rules>(db, kind))[0] ?? null;
}

/**
 * Adds the version after `after` (0: the first one).
 *
 * @returns false when somebody else wrote it meanwhile
 */
export async function addRules(
  tx: Db,
  kind: RuleKind,
  after: number,
  {
    rules,
    by,
    person,
    at,
  }: { readonly rules: unknown; readonly by: string; readonly person: PersonId | null; readonly at: Date },
): Promise<boolean> {
  const newest = await tx.$count(ruleVersion, and(eq(ruleVersion.kind, kind)));
  if (newest !== after) return false;
  const added = await tx
    .insert(ruleVersion)
    .values({ kind, version: after + 1, rules: cleanJson(rules), by: clean(by), person, at })
    .onConflictDoNothing()
    .returning({ version: ruleVersion.version });
  return added.length > 0;
}
