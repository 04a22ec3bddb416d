import { and, asc, eq, isNotNull, isNull, notExists, or, type SQL, sql } from 'drizzle-orm';
import type { CaseId } from '../../cases/index.ts';
import { type Day, type DueDay, type DueKind, REMIND_DAYS } from '../../response/index.ts';
import { dayAfter } from '../../util/day.ts';
import { isVisible, USUAL_VISIBILITY, type Visibility } from '../cases/visibility.ts';
import type { Db } from '../engine/db.ts';
import { caseFile } from '../schema/core.ts';
import { expertRequest } from '../schema/experts.ts';
import { notice } from '../schema/notice.ts';
import { cooperation, disclosure, objection } from '../schema/outside.ts';

const MOST_AT_ONCE = 1000;

/**
 * Days on which an answer is due and of which the channel `name` was not told: once when they are near, once when they are over. One that
 * is over before anybody was told is told as that alone. Read from the requests themselves, so that nothing is lost while all is down.
 */
export async function dueDaysToTell(db: Db, name: string, today: Day): Promise<DueDay[]> {
  const soon = dayAfter(today, REMIND_DAYS);
  const found: DueDay[] = [];
  for (const { kind, table, caseId, waits } of WAITING) {
    const late = sql<boolean>`${table.due} < ${today}::date`;
    const subject = sql<string>`concat_ws(' ', coalesce(${caseId}::text, '-'), ${kind}::text, ${table.id}::text, ${table.due}::text, case when ${late} then 'late' else 'soon' end)`;
    const told = db
      .select({ one: sql`1` })
      .from(notice)
      .where(and(eq(notice.channel, name), eq(notice.kind, 'due'), eq(notice.subject, subject)));
    const rows = await db
      .select({ subject, late, due: sql<Day>`${table.due}` })
      .from(table)
      .leftJoin(caseFile, sql`${caseFile.id} = ${caseId}`)
      .where(
        and(
          waits,
          sql`${table.due} <= ${soon}::date`,
          or(isNull(caseId), isVisible(USUAL_VISIBILITY)), // whoever reads a channel
          notExists(told),
        ),
      )
      .orderBy(asc(table.due), asc(table.id))
      .limit(MOST_AT_ONCE);
    found.push(...rows.map((row): DueDay => ({ kind, ...row })));
  }
  return found;
}

/** An answer that somebody waits for, or owes. */
export interface WaitingDay {
  readonly kind: DueKind;
  readonly id: string;
  readonly caseId: CaseId | null;
  readonly due: Day;
}

/** Answers of these kinds that are due on some day, the first due first; of each kind 200. */
export async function waitingDays(
  db: Db,
  kinds: readonly DueKind[],
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<WaitingDay[]> {
  const found: WaitingDay[] = [];
  for (const { kind, table, caseId, waits } of WAITING.filter((one) => kinds.includes(one.kind))) {
    const visible = isVisible(visibility);
    const rows = await db
      .select({
        id: sql<string>`${table.id}::text`,
        caseId: sql<CaseId | null>`${caseId}::text`,
        due: sql<Day>`${table.due}`,
      })
      .from(table)
      .leftJoin(caseFile, sql`${caseFile.id} = ${caseId}`)
      .where(and(waits, visible && or(isNull(caseId), visible)))
      .orderBy(asc(table.due), asc(table.id))
      .limit(200);
    found.push(...rows.map((row): WaitingDay => ({ kind, ...row })));
  }
  return found.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

const WAITING = [
  {
    kind: 'expert',
    table: expertRequest,
    caseId: sql`${expertRequest.caseId}`,
    waits: and(isNull(expertRequest.answeredAt), isNotNull(expertRequest.due)),
  },
  {
    kind: 'objection',
    table: objection,
    caseId: sql`${objection.caseId}`,
    waits: and(isNull(objection.answeredAt), isNull(objection.asideAt)),
  },
  {
    kind: 'cooperation',
    table: cooperation,
    caseId: sql`${cooperation.caseId}`,
    waits: isNull(cooperation.answeredAt),
  },
  { kind: 'disclosure', table: disclosure, caseId: sql`null::bigint`, waits: isNull(disclosure.answeredAt) }, // of no case
] as const satisfies readonly {
  readonly kind: DueKind;
  readonly table: typeof expertRequest | typeof objection | typeof cooperation | typeof disclosure;
  readonly caseId: SQL;
  readonly waits: SQL | undefined;
}[];
