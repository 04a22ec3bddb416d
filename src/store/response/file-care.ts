import { desc, eq, inArray, sql } from 'drizzle-orm';
import type { CaseId } from '../../cases/index.ts';
import type { Db } from '../engine/db.ts';
import { carePoint, followUp, recurrence } from '../schema/care.ts';
import { consultation, consultationNote } from '../schema/consultation.ts';
import { demandAnswer } from '../schema/measure.ts';
import { type FileDeed, MOST } from './file-deed.ts';

/** As the list says now: a point that was opened again is none. */
export async function careDeeds(db: Db, file: readonly CaseId[]): Promise<FileDeed[]> {
  const points = await db
    .select()
    .from(carePoint)
    .where(inArray(carePoint.caseId, [...file]));
  const days = await db
    .select()
    .from(followUp)
    .where(inArray(followUp.caseId, [...file]))
    .orderBy(desc(followUp.id))
    .limit(MOST);
  const notes = await db
    .select()
    .from(recurrence)
    .where(inArray(recurrence.caseId, [...file]));
  return [
    ...points.flatMap(({ caseId, point, state, by, at }): FileDeed[] =>
      state === 'open' ? [] : [{ kind: 'care', caseId, point, state, by, at }],
    ),
    ...days.flatMap(({ caseId, due, by, at, doneBy, doneAt }): FileDeed[] => [
      { kind: 'follow-up', did: 'planned', day: due, caseId, by, at },
      ...(doneAt === null
        ? []
        : [{ kind: 'follow-up' as const, did: 'asked' as const, day: due, caseId, by: doneBy ?? '', at: doneAt }]),
    ]),
    ...notes.map(({ caseId, by, at }): FileDeed => ({ kind: 'recurrence', caseId, by, at })),
  ];
}

/** Between whoever handed it in and whoever answers: that something was written. */
export async function wordsBetween(db: Db, file: readonly CaseId[]): Promise<FileDeed[]> {
  const rows = await db
    .select({
      caseId: consultation.caseId,
      from: consultationNote.author,
      by: sql<string>`case when ${consultationNote.author} = 'reporter' then ${consultation.reporterName} else ${consultationNote.by} end`,
      at: consultationNote.at,
    })
    .from(consultationNote)
    .innerJoin(consultation, eq(consultation.id, consultationNote.consultationId))
    .where(inArray(consultation.caseId, [...file]))
    .orderBy(desc(consultationNote.id))
    .limit(MOST);
  return rows.map((row) => ({ kind: 'word', ...row }));
}

/** Answers that no folder of sent mails shows. */
export async function demandAnswers(db: Db, file: readonly CaseId[]): Promise<FileDeed[]> {
  const rows = await db
    .select({ caseId: demandAnswer.caseId, by: demandAnswer.by, at: demandAnswer.at })
    .from(demandAnswer)
    .where(inArray(demandAnswer.caseId, [...file]))
    .orderBy(desc(demandAnswer.id))
    .limit(MOST);
  return rows.map((row) => ({ kind: 'demand-answer', ...row }));
}
