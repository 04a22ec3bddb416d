import { and, asc, eq, inArray, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { CaseId, CaseKind, CaseStatus, MailId } from '../../cases/index.ts';
import type { Act, Band } from '../../detect/index.ts';
import { takeAdvisoryLocks } from '../engine/advisory-lock.ts';
import { anyOf } from '../engine/any-of.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { folded, gramsOf } from '../engine/search.ts';
import { noteAddition } from '../response/additions.ts';
import { caseMerge } from '../schema/case-notes.ts';
import { caseFile, caseMail, mail } from '../schema/core.ts';
import { type Found, foundIn, summed, withActs } from './found.ts';
import { lasts, whereItStands } from './whereabouts.ts';

const part = alias(caseFile, 'part');

/** What a list of cases shows of a mail. */
export interface Display {
  readonly from: string;
  readonly subject: string;
  readonly counterparty: string; // as the settings group senders
}

/** A mail for a case. */
export interface Surfaced {
  readonly mailId: MailId;
  readonly thread: string;
  readonly display: Display;
  readonly receivedAt: Date;
  readonly band: Band;
  readonly worry: boolean;
  readonly foundActs: readonly Act[]; // of its matches, counted or not
  readonly found: Found; // in this mail
  readonly at: Date; // of the verdict
}

/** A message of a case came in once more, perhaps through another source. */
interface LaterDelivery {
  readonly mailId: MailId;
  readonly first: MailId;
}

/**
 * Puts each surfaced mail into the newest open case of its thread and counterparty, or into that in which it stands. Where there is
 * none it opens one, linked to the closed case before it. Notes what came in once more. Called after the verdicts were written, in the same
 * transaction.
 */
export async function joinCases(tx: Db, surfaced: readonly Surfaced[], later: readonly LaterDelivery[]): Promise<void> {
  if (surfaced.length === 0 && later.length === 0) return;
  await takeAdvisoryLocks(tx, 'thread', surfaced.map(placeOf));
  const standing = await lockCases(tx, surfaced, later);
  const rows: NewCase[] = [];
  const more: Surfaced[] = [];
  for (const one of surfaced) {
    const place = placeOf(one);
    const before = standing.get(place);
    if (before?.status === 'open' || rows.some((row) => row.place === place)) more.push(one);
    else rows.push({ place, row: rowOf(one, before?.id ?? null) });
  }
  for (const { place, id } of await openCases(tx, rows)) standing.set(place, { id, status: 'open', own: true });
  await addToCases(
    tx,
    more.map((one) => ({ ...one, into: standing.get(placeOf(one))! })),
  );
  for (const delivery of later) await noteDelivery(tx, delivery);
}

/** Mails of the same thread and counterparty have the same case. */
const placeOf = ({ thread, display }: Pick<Surfaced, 'thread' | 'display'>): string =>
  `${thread} ${clean(display.counterparty)}`;

interface Standing {
  readonly id: CaseId;
  readonly status: CaseStatus;
  readonly own: boolean; // of the place itself; false: the one in which that stands
}

/**
 * The newest case of each place, the open one before others; of a merged one that in which it stands. A decision made at this
 * moment ends first: then its case is no longer open.
 */
async function lockCases(
  tx: Db,
  surfaced: readonly Surfaced[],
  later: readonly LaterDelivery[],
): Promise<Map<string, Standing>> {
  const threads = surfaced.map(({ thread }) => thread);
  const firsts = later.map(({ first }) => first);
  const ofFirsts = tx.select({ id: caseMail.caseId }).from(caseMail).where(anyOf(caseMail.mailId, firsts));
  const hosts = tx
    .select({ id: caseMerge.into })
    .from(caseMerge)
    .innerJoin(part, eq(part.id, caseMerge.part))
    .where(and(lasts, anyOf(part.thread, threads)));
  const rows = await tx
    .select({
      id: caseFile.id,
      kind: caseFile.kind,
      status: caseFile.status,
      thread: caseFile.thread,
      counterparty: caseFile.counterparty,
    })
    .from(caseFile)
    .where(
      or(
        and(eq(caseFile.kind, 'mail'), anyOf(caseFile.thread, threads)),
        firsts.length === 0 ? undefined : inArray(caseFile.id, ofFirsts),
        inArray(caseFile.id, hosts),
      ),
    )
    .orderBy(asc(caseFile.id))
    .for('update');
  const standing = new Map<string, Standing>();
  for (const { id, kind, status, thread, counterparty } of rows) {
    const place = `${thread} ${counterparty}`;
    if (kind === 'mail' && (status === 'open' || standing.get(place)?.status !== 'open'))
      standing.set(place, { id, status, own: true });
  }
  for (const [place, { id, status }] of standing)
    if (status === 'merged') await standElsewhere(tx, standing, place, id);
  return standing;
}

async function standElsewhere(tx: Db, standing: Map<string, Standing>, place: string, id: CaseId): Promise<void> {
  const file = await whereItStands(tx, id);
  if (file === null) standing.delete(place);
  else standing.set(place, { id: file.id, status: file.status, own: false });
}

/** A row for a case that one mail opens. */
interface NewCase {
  readonly place: string;
  readonly row: CaseRow & { readonly openedBy: MailId };
}

const rowOf = (one: Surfaced, previousCase: CaseId | null): NewCase['row'] => ({
  kind: 'mail',
  openedBy: one.mailId,
  openedAt: one.at,
  arrivedAt: one.receivedAt,
  thread: one.thread,
  receivedAt: one.receivedAt,
  band: one.band,
  worry: one.worry,
  ...summed([one.found]),
  foundActs: [...one.foundActs],
  counterparty: clean(one.display.counterparty),
  previousCase,
  ...shownOf(one.display),
});

async function openCases(tx: Db, cases: readonly NewCase[]): Promise<{ place: string; id: CaseId }[]> {
  if (cases.length === 0) return [];
  const opened = await tx
    .insert(caseFile)
    .values(cases.map(({ row }) => row))
    .returning({ id: caseFile.id, openedBy: caseFile.openedBy });
  const ids = new Map(opened.map(({ id, openedBy }) => [openedBy, id]));
  const made = cases.map(({ place, row }) => ({ place, id: ids.get(row.openedBy)!, mailId: row.openedBy }));
  await tx.insert(caseMail).values(made.map(({ id, mailId }) => ({ mailId, caseId: id })));
  await noteFurther(tx, cases, ids);
  return made;
}

/** That a further mail came to a case that was approved: whoever decided it should know. */
async function noteFurther(tx: Db, cases: readonly NewCase[], ids: ReadonlyMap<MailId | null, CaseId>): Promise<void> {
  for (const { row } of cases) {
    if (!row.previousCase) continue;
    const further = ids.get(row.openedBy)!;
    await noteAddition(tx, row.previousCase, { kind: 'mail', further, by: '', at: row.receivedAt });
  }
}

type Joining = Surfaced & { readonly into: Pick<Standing, 'id' | 'own'> };

async function addToCases(tx: Db, joining: readonly Joining[]): Promise<void> {
  if (joining.length === 0) return;
  await tx.insert(caseMail).values(joining.map(({ mailId, into }) => ({ mailId, caseId: into.id })));
  for (const one of joining) await addToCase(tx, one);
}

/** Done for each by itself: few mails join a case, and each looks at all mails of it. */
async function addToCase(tx: Db, { into, receivedAt, band, worry, foundActs, display }: Joining): Promise<void> {
  const { id: caseId, own } = into;
  const [file] = await tx.select({ receivedAt: caseFile.receivedAt }).from(caseFile).where(eq(caseFile.id, caseId));
  await tx
    .update(caseFile)
    .set({
      band: sql`greatest(${caseFile.band}, ${band})`,
      ...(worry ? { worry } : {}),
      ...(await foundIn(tx, eq(caseMail.caseId, caseId))),
      foundActs: withActs(foundActs),
      ...(receivedAt >= file!.receivedAt ? { receivedAt, ...(own ? shownOf(display) : {}) } : {}), // another's head stays
    })
    .where(eq(caseFile.id, caseId));
}

/** What a case shows and is found by. */
export function shownOf({ from, subject }: Pick<Display, 'from' | 'subject'>) {
  const search = folded(`${from} ${subject}`);
  return { from: clean(from), subject: clean(subject), search, grams: gramsOf(search) };
}

type CaseRow = typeof caseFile.$inferInsert;

/** Opens a case for a mail. */
export async function openCase(
  tx: Db,
  {
    mailId,
    at,
    kind,
    ...row
  }: Omit<CaseRow, 'openedBy' | 'openedAt' | 'arrivedAt' | 'kind'> & {
    readonly mailId: MailId;
    readonly at: Date;
    readonly kind: CaseKind;
  },
): Promise<void> {
  const [opened] = await tx
    .insert(caseFile)
    .values({ ...row, kind, openedBy: mailId, openedAt: at, arrivedAt: row.receivedAt })
    .returning({ id: caseFile.id });
  await tx.insert(caseMail).values({ mailId, caseId: opened!.id });
}

async function noteDelivery(tx: Db, { mailId, first }: LaterDelivery): Promise<void> {
  const file = tx.select({ id: caseMail.caseId }).from(caseMail).where(eq(caseMail.mailId, first));
  const source = tx.select({ source: mail.source }).from(mail).where(eq(mail.id, mailId));
  await tx
    .update(caseFile)
    .set({ sources: sql`array(select distinct unnest(array_append(${caseFile.sources}, (${source}))) order by 1)` })
    .where(eq(caseFile.id, file));
}
