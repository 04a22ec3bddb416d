import { and, desc, eq, isNull } from 'drizzle-orm';
import type { LetterKind, LetterLanguage } from '../../response/index.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { letterTemplate } from '../schema/letters.ts';
import type { Written } from './care.ts';

/** A template of the company's own. */
export interface OwnTemplate extends Written {
  readonly kind: LetterKind;
  readonly language: LetterLanguage;
  readonly name: string; // of the file
  readonly sha256: string;
}

const { kind, language, name, sha256, by, at } = letterTemplate;

/** The company's own templates that are in use, without their bytes. */
export async function ownTemplates(db: Db): Promise<OwnTemplate[]> {
  return db
    .selectDistinctOn([kind, language], { kind, language, name, sha256, by, at })
    .from(letterTemplate)
    .where(isNull(letterTemplate.setAsideAt))
    .orderBy(kind, language, desc(letterTemplate.id));
}

/** The one in use with its bytes; null: the shipped one is. */
export async function loadOwnTemplate(
  db: Db,
  which: Pick<OwnTemplate, 'kind' | 'language'>,
): Promise<(OwnTemplate & { readonly bytes: Uint8Array }) | null> {
  const [row] = await db
    .select({ kind, language, name, sha256, by, at, bytes: letterTemplate.bytes })
    .from(letterTemplate)
    .where(and(eq(kind, which.kind), eq(language, which.language), isNull(letterTemplate.setAsideAt)))
    .orderBy(desc(letterTemplate.id))
    .limit(1);
  return row ?? null;
}

export async function writeTemplate(tx: Db, template: OwnTemplate & { readonly bytes: Uint8Array }): Promise<void> {
  await tx.insert(letterTemplate).values({ ...template, name: clean(template.name), by: clean(template.by) });
}

/** Sets the company's own aside: letters made of it keep what they say. @returns whether there was one */
export async function setTemplatesAside(
  tx: Db,
  which: Pick<OwnTemplate, 'kind' | 'language'>,
  now: Date,
): Promise<boolean> {
  const rows = await tx
    .update(letterTemplate)
    .set({ setAsideAt: now })
    .where(and(eq(kind, which.kind), eq(language, which.language), isNull(letterTemplate.setAsideAt)))
    .returning({ id: letterTemplate.id });
  return rows.length > 0;
}
