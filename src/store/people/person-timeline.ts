import { and, asc, desc, eq, gte, inArray, isNotNull, ne, or, type SQL, sql } from 'drizzle-orm';
import { type CaseId, currentDecision, type PersonId } from '../../cases/index.ts';
import type { PersonEvent } from '../../response/index.ts';
import { incidentOf } from '../cases/case-mails.ts';
import { isVisible, type Visibility } from '../cases/visibility.ts';
import { partsOf } from '../cases/whereabouts.ts';
import type { Db } from '../engine/db.ts';
import { HANDED_IN } from '../mails/handed-in.ts';
import { carePoint, followUp } from '../schema/care.ts';
import { consultation } from '../schema/consultation.ts';
import { caseFile, caseMail, decision, mail, verdict } from '../schema/core.ts';
import { caseVictim } from '../schema/person-timeline.ts';

/** Cases that befell a person: those they handed in, and those that were put to them. */
export interface PersonCases {
  readonly own: readonly CaseId[]; // handed in
  readonly named: readonly CaseId[]; // put to them, with what was merged into them
}

/** What they handed in is there whoever looks: it is theirs, or for the consultation desk. The rest by who may see it. */
export async function casesOfPerson(db: Db, person: PersonId, visibility: Visibility): Promise<PersonCases> {
  const own = await db
    .select({ id: consultation.caseId })
    .from(consultation)
    .where(eq(consultation.reporter, person))
    .orderBy(desc(consultation.handedInAt))
    .limit(MOST);
  const named = await db
    .select({ id: caseVictim.caseId })
    .from(caseVictim)
    .innerJoin(caseFile, eq(caseFile.id, caseVictim.caseId))
    .where(and(eq(caseVictim.person, person), eq(caseVictim.how, 'named'), isVisible(visibility)))
    .orderBy(asc(caseVictim.caseId))
    .limit(MOST);
  const ids = named.map(({ id }) => id);
  return { own: own.map(({ id }) => id), named: [...ids, ...(ids.length === 0 ? [] : await partsOf(db, ids))] };
}

const MOST = 1000;

/** What happened in these cases since a moment and what was done about it, oldest first; of each kind the newest 1,000. */
export async function personEvents(db: Db, { own, named }: PersonCases, since: Date): Promise<PersonEvent[]> {
  const all = [...new Set([...own, ...named])];
  if (all.length === 0) return [];
  const events = [
    ...(await mailsMet(db, { own, named }, since)),
    ...(await incidentsMet(db, all, since)),
    ...(await findings(db, all, since)),
    ...(await careTaken(db, all, since)),
  ];
  return events.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** A mail that somebody handed in is theirs wherever it stands now; of the cases put to them it is every mail. */
async function mailsMet(db: Db, { own, named }: PersonCases, since: Date): Promise<PersonEvent[]> {
  const which: SQL[] = [
    ...(named.length === 0 ? [] : [inArray(caseMail.caseId, [...named])]),
    ...(own.length === 0 ? [] : [and(eq(mail.source, HANDED_IN), inArray(mail.uid, own.map(Number)))!]),
  ];
  const rows = await db
    .select({ at: mail.receivedAt, caseId: caseMail.caseId, band: verdict.band, incidentOf })
    .from(caseMail)
    .innerJoin(mail, eq(mail.id, caseMail.mailId))
    .leftJoin(verdict, eq(verdict.mailId, caseMail.mailId))
    .where(and(or(...which), gte(mail.receivedAt, since)))
    .orderBy(desc(mail.receivedAt))
    .limit(MOST);
  return rows.flatMap(({ incidentOf, ...row }) => (incidentOf === null ? [{ kind: 'mail' as const, ...row }] : []));
}

async function incidentsMet(db: Db, cases: readonly CaseId[], since: Date): Promise<PersonEvent[]> {
  const rows = await db
    .select({
      caseId: consultation.caseId,
      channel: consultation.channel,
      happenedAt: consultation.happenedAt,
      about: consultation.happenedAbout,
      handedInAt: consultation.handedInAt,
    })
    .from(consultation)
    .where(
      and(
        inArray(consultation.caseId, [...cases]),
        or(gte(consultation.happenedAt, since), gte(consultation.handedInAt, since)),
      ),
    )
    .orderBy(desc(consultation.handedInAt))
    .limit(MOST);
  return rows.flatMap(({ caseId, channel, happenedAt, about, handedInAt }): PersonEvent[] => [
    ...(channel === 'mail' || happenedAt === null || happenedAt < since
      ? []
      : [{ kind: 'incident' as const, at: happenedAt, caseId, channel, about }]),
    ...(handedInAt < since ? [] : [{ kind: 'handed-in' as const, at: handedInAt, caseId }]),
  ]);
}

/** Approvals that stand. */
async function findings(db: Db, cases: readonly CaseId[], since: Date): Promise<PersonEvent[]> {
  const rows = await db
    .select({ caseId: decision.caseId, at: decision.at, decision: decision.decision })
    .from(decision)
    .innerJoin(caseFile, and(eq(caseFile.id, decision.caseId), eq(caseFile.status, 'approved')))
    .where(and(inArray(decision.caseId, [...cases]), gte(decision.at, since)))
    .orderBy(desc(decision.id))
    .limit(MOST);
  const newest = new Map<CaseId, PersonEvent>();
  for (const { caseId, at, decision } of rows) {
    const found = currentDecision(decision);
    if (found.kind === 'approve' && !newest.has(caseId))
      newest.set(caseId, { kind: 'found', caseId, at, acts: found.acts, severity: found.severity });
  }
  return [...newest.values()];
}

async function careTaken(db: Db, cases: readonly CaseId[], since: Date): Promise<PersonEvent[]> {
  const points = await db
    .select()
    .from(carePoint)
    .where(and(inArray(carePoint.caseId, [...cases]), ne(carePoint.state, 'open'), gte(carePoint.at, since)))
    .orderBy(desc(carePoint.at))
    .limit(MOST);
  const asked = await db
    .select({ caseId: followUp.caseId, at: sql<Date>`${followUp.doneAt}`.mapWith(followUp.at) })
    .from(followUp)
    .where(and(inArray(followUp.caseId, [...cases]), isNotNull(followUp.doneAt), gte(followUp.doneAt, since)))
    .orderBy(desc(followUp.doneAt))
    .limit(MOST);
  return [
    ...points.flatMap(({ caseId, point, state, at }): PersonEvent[] =>
      state === 'open' ? [] : [{ kind: 'care', caseId, point, state, at }],
    ),
    ...asked.map((row): PersonEvent => ({ kind: 'asked', ...row })),
  ];
}
