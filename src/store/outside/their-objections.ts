import { and, asc, eq, exists, isNotNull, isNull, notExists, or, type SQL, sql } from 'drizzle-orm';
import type { BundleObjection, ObjectionId } from '../../response/index.ts';
import type { Db } from '../engine/db.ts';
import { objection, objectionMail } from '../schema/outside.ts';
import type { Whose } from './kept-of.ts';

type Writers = Pick<Whose, 'addresses' | 'domains'>;

/** Objections and questions of no case that came as mails of theirs, and of nobody else; the oldest first. */
export async function theirObjections(db: Db, whose: Writers): Promise<BundleObjection[]> {
  const rows = await db.select().from(objection).where(mailedBy(db, whose)).orderBy(asc(objection.id));
  return Promise.all(
    rows.map(async ({ id, received, words, effect, reasons, answeredAt }) => ({
      ...{ id, received, words },
      answer: answeredAt === null ? null : { effect: effect!, reasons: reasons!, at: answeredAt },
      originals: (
        await db
          .select({ raw: objectionMail.raw })
          .from(objectionMail)
          .where(eq(objectionMail.objectionId, id))
          .orderBy(asc(objectionMail.id))
      ).map(({ raw }) => raw),
    })),
  );
}

/** Those among them that wait for nobody. */
const settledOf = (db: Db, whose: Writers): SQL =>
  and(mailedBy(db, whose), or(isNotNull(objection.answeredAt), isNotNull(objection.asideAt)))!;

export const settledObjections = async (db: Db, whose: Writers): Promise<ObjectionId[]> =>
  (await db.select({ id: objection.id }).from(objection).where(settledOf(db, whose)).orderBy(asc(objection.id))).map(
    ({ id }) => id,
  );

/** Deletes these, with their mails. */
export async function eraseObjections(tx: Db, whose: Writers): Promise<void> {
  await tx.delete(objection).where(settledOf(tx, whose));
}

function mailedBy(db: Db, { addresses, domains }: Writers): SQL {
  const sender = sql`lower(${objectionMail.sender})`;
  const isTheirs = or(
    sql`${sender} = any(${sql.param([...addresses])}::text[])`,
    sql`split_part(${sender}, '@', 2) = any(${sql.param([...domains])}::text[])`,
  )!;
  const mails = (which: SQL) =>
    db
      .select({ one: sql`1` })
      .from(objectionMail)
      .where(and(eq(objectionMail.objectionId, objection.id), which));
  return and(isNull(objection.caseId), exists(mails(isTheirs)), notExists(mails(sql`not ${isTheirs}`)))!;
}
