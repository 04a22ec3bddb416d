import { and, asc, eq, inArray, isNull, lt, lte, ne, notExists, sql } from 'drizzle-orm';
import type { Addition, AdditionId, AdditionKind, CaseId, PersonId } from '../../cases/index.ts';
import { isVisible, type Visibility } from '../cases/visibility.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { caseAddition, caseMerge } from '../schema/case-notes.ts';
import { caseFile, decision } from '../schema/core.ts';
import { notice } from '../schema/notice.ts';

const DECIDED = ['approved', 'dismissed'] as const;

interface Added {
  readonly kind: AdditionKind;
  readonly further?: CaseId;
  readonly by: string;
  readonly at: Date;
}

/** Notes what came to a case, or to the one in which it stands, if that is decided: whoever decided it is told. Of an open one nothing, it is read as a whole. */
export async function noteAddition(tx: Db, caseId: CaseId, { kind, further, by, at }: Added): Promise<void> {
  const rows = await tx
    .select({ id: caseFile.id })
    .from(caseFile)
    .where(
      and(
        sql`${caseFile.id} = coalesce((select into_case from ${caseMerge} where part = ${caseId}::bigint and ended_at is null), ${caseId}::bigint)`,
        kind === 'mail' ? eq(caseFile.status, 'approved') : inArray(caseFile.status, DECIDED), // a mail after a dismissal is a question like any other
      ),
    );
  for (const row of rows)
    await tx.insert(caseAddition).values({ caseId: row.id, kind, further: further ?? null, by: clean(by), at });
}

const unseen = isNull(caseAddition.seenAt);
const stillDecided = inArray(caseFile.status, DECIDED);

/** What nobody has said they saw of a decided case that was found in sight, oldest first. */
export async function additionsTo(db: Db, id: CaseId): Promise<Addition[]> {
  return db
    .select({
      id: caseAddition.id,
      kind: caseAddition.kind,
      further: caseAddition.further,
      by: caseAddition.by,
      at: caseAddition.at,
    })
    .from(caseAddition)
    .innerJoin(caseFile, eq(caseFile.id, caseAddition.caseId))
    .where(and(eq(caseAddition.caseId, id), unseen, stillDecided))
    .orderBy(asc(caseAddition.id))
    .limit(100);
}

/** Cases to which something came that those should look at who decided them; `all`: of everybody's decisions. What somebody wrote themselves is not told to them. */
export async function additionsFor(
  db: Db,
  { person, name, all }: { readonly person: PersonId; readonly name: string; readonly all: boolean },
  visibility: Visibility,
): Promise<{ readonly caseId: CaseId; readonly at: Date }[]> {
  const own = sql`exists (select 1 from ${decision} d where d.case_id = ${caseFile.id} and d.person = ${person})`;
  return db
    .select({ caseId: caseFile.id, at: sql`min(${caseAddition.at})`.mapWith(caseAddition.at) })
    .from(caseAddition)
    .innerJoin(caseFile, eq(caseFile.id, caseAddition.caseId))
    .where(and(unseen, stillDecided, ne(caseAddition.by, clean(name)), all ? undefined : own, isVisible(visibility)))
    .groupBy(caseFile.id)
    .orderBy(asc(sql`min(${caseAddition.at})`), asc(caseFile.id))
    .limit(200);
}

/** Says that what came up to one of them was seen. @returns how many */
export async function seeAdditions(
  tx: Db,
  id: CaseId,
  last: AdditionId,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<number> {
  const rows = await tx
    .update(caseAddition)
    .set({ seenBy: clean(by), seenAt: at })
    .where(and(eq(caseAddition.caseId, id), lte(caseAddition.id, last), unseen))
    .returning({ id: caseAddition.id });
  return rows.length;
}

/** Facts that came before a moment and of which the channel `name` was not told. Of a further mail it is told as of any case. */
export async function additionsToTell(db: Db, name: string, before: Date): Promise<string[]> {
  const subject = sql<string>`${caseAddition.caseId}::text || ' added ' || ${caseAddition.id}::text`;
  const told = db
    .select({ one: sql`1` })
    .from(notice)
    .where(and(eq(notice.channel, name), eq(notice.kind, 'added'), eq(notice.subject, subject)));
  const rows = await db
    .select({ subject })
    .from(caseAddition)
    .innerJoin(caseFile, eq(caseFile.id, caseAddition.caseId))
    .where(
      and(
        eq(caseAddition.kind, 'fact'),
        unseen,
        stillDecided,
        eq(caseFile.confidential, false),
        lt(caseAddition.at, before),
        notExists(told),
      ),
    )
    .orderBy(asc(caseAddition.id))
    .limit(200);
  return rows.map((row) => row.subject);
}

/** When further mails came to decided cases of a file, and when they joined them. */
export async function furtherMails(
  db: Db,
  file: readonly CaseId[],
): Promise<
  {
    readonly did: 'came' | 'joined';
    readonly caseId: CaseId;
    readonly further: CaseId;
    readonly by: string;
    readonly at: Date;
  }[]
> {
  const came = await db
    .select({ caseId: caseAddition.caseId, further: caseAddition.further, by: caseAddition.by, at: caseAddition.at })
    .from(caseAddition)
    .where(and(inArray(caseAddition.caseId, [...file]), eq(caseAddition.kind, 'mail')))
    .orderBy(asc(caseAddition.id))
    .limit(500);
  const joined = await db
    .select({ caseId: caseMerge.into, further: caseMerge.part, by: caseMerge.by, at: caseMerge.at })
    .from(caseMerge)
    .where(and(inArray(caseMerge.into, [...file]), sql`${caseMerge.acts} is not null`))
    .orderBy(asc(caseMerge.id))
    .limit(500);
  return [
    ...came.flatMap(({ further, ...one }) => (further === null ? [] : [{ did: 'came' as const, further, ...one }])),
    ...joined.map((one) => ({ did: 'joined' as const, ...one })),
  ];
}
