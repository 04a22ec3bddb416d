import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { CaseId, CaseKind, CaseStatus, MailId } from '../../cases/index.ts';
import type { Act, Band, EntryId } from '../../detect/index.ts';
import { takeAdvisoryLocks } from '../engine/advisory-lock.ts';
import { anyOf } from '../engine/any-of.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { folded, gramsOf } from '../engine/search.ts';
import { caseFile, caseMail, mail, verdict } from '../schema/core.ts';

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
  readonly foundActs: readonly Act[]; // of its matches, counted or not
  readonly found: Found; // in this mail
  readonly at: Date; // of the verdict
}

/** What a verdict found, and where its mail came in. */
interface Found {
  readonly points: readonly { readonly act: Act; readonly score: number }[];
  readonly entries: readonly EntryId[];
  readonly band: Band | null;
  readonly source: string;
}

/** A message of a case came in once more, perhaps through another source. */
interface LaterDelivery {
  readonly mailId: MailId;
  readonly first: MailId;
}

/**
 * Puts each surfaced mail into the newest open case of its thread and counterparty. Where there is none it opens one,
 * linked to the closed case before it. Notes what came in once more. Called after the verdicts were written, in the same
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
  for (const { place, id } of await openCases(tx, rows)) standing.set(place, { id, status: 'open' });
  await addToCases(
    tx,
    more.map((one) => ({ ...one, caseId: standing.get(placeOf(one))!.id })),
  );
  for (const delivery of later) await noteDelivery(tx, delivery);
}

/** Mails of the same thread and counterparty have the same case. */
const placeOf = ({ thread, display }: Pick<Surfaced, 'thread' | 'display'>): string =>
  `${thread} ${clean(display.counterparty)}`;

interface Standing {
  readonly id: CaseId;
  readonly status: CaseStatus;
}

/**
 * The newest case of each place, the open one before others. A decision made at this moment ends first: then its case is
 * no longer open.
 */
async function lockCases(
  tx: Db,
  surfaced: readonly Surfaced[],
  later: readonly LaterDelivery[],
): Promise<Map<string, Standing>> {
  const threads = surfaced.map(({ thread }) => thread);
  const firsts = later.map(({ first }) => first);
  const ofFirsts = tx.select({ id: caseMail.caseId }).from(caseMail).where(anyOf(caseMail.mailId, firsts));
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
      ),
    )
    .orderBy(asc(caseFile.id))
    .for('update');
  const standing = new Map<string, Standing>();
  for (const { id, kind, status, thread, counterparty } of rows) {
    const place = `${thread} ${counterparty}`;
    if (kind === 'mail' && (status === 'open' || standing.get(place)?.status !== 'open'))
      standing.set(place, { id, status });
  }
  return standing;
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
  thread: one.thread,
  receivedAt: one.receivedAt,
  band: one.band,
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
  return made;
}

type Joining = Surfaced & { readonly caseId: CaseId };

async function addToCases(tx: Db, joining: readonly Joining[]): Promise<void> {
  if (joining.length === 0) return;
  await tx.insert(caseMail).values(joining.map(({ mailId, caseId }) => ({ mailId, caseId })));
  for (const one of joining) await addToCase(tx, one);
}

/** Done for each by itself: few mails join a case, and each looks at all mails of it. */
async function addToCase(tx: Db, { caseId, receivedAt, band, foundActs, display }: Joining): Promise<void> {
  const [file] = await tx.select({ receivedAt: caseFile.receivedAt }).from(caseFile).where(eq(caseFile.id, caseId));
  await tx
    .update(caseFile)
    .set({
      band: sql`greatest(${caseFile.band}, ${band})`,
      ...(await foundIn(tx, eq(caseMail.caseId, caseId))),
      foundActs: withActs(foundActs),
      ...(receivedAt >= file!.receivedAt ? { receivedAt, ...shownOf(display) } : {}),
    })
    .where(eq(caseFile.id, caseId));
}

/** The acts that were found in a case so far, and these. */
export const withActs = (acts: readonly Act[]): SQL =>
  sql`array(select distinct unnest(${caseFile.foundActs} || ${sql.param([...acts], caseFile.foundActs)}) order by 1)`;

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
  }: Omit<CaseRow, 'openedBy' | 'openedAt' | 'kind'> & {
    readonly mailId: MailId;
    readonly at: Date;
    readonly kind: CaseKind;
  },
): Promise<void> {
  const [opened] = await tx
    .insert(caseFile)
    .values({ ...row, kind, openedBy: mailId, openedAt: at })
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

/** What a case shows of its mails' verdicts. */
const foundIn = async (tx: Db, which: SQL) =>
  summed(
    await tx
      .select({ points: verdict.points, entries: verdict.entries, band: verdict.band, source: mail.source })
      .from(verdict)
      .innerJoin(mail, eq(mail.id, verdict.mailId))
      .leftJoin(caseMail, eq(caseMail.mailId, verdict.mailId))
      .where(which),
  );

const summed = (found: readonly Found[]): { acts: Act[]; entries: EntryId[]; sources: string[] } => ({
  acts: byHighestScore(found.flatMap(({ points }) => points)),
  // Only a watch brings an ordinary mail here: how it is decided tells nothing of the entries.
  entries: [...new Set(found.flatMap(({ band, entries }) => (band === 'ordinary' ? [] : entries)))].sort(),
  sources: [...new Set(found.map(({ source }) => source))].sort(),
});

function byHighestScore(points: readonly { readonly act: Act; readonly score: number }[]): Act[] {
  const highest = new Map<Act, number>();
  for (const { act, score } of points) highest.set(act, Math.max(score, highest.get(act) ?? 0));
  return [...highest].sort((a, b) => b[1] - a[1]).map(([act]) => act);
}

/** The acts found in a case's mails, by falling score: as they were before anyone corrected them. */
export const assessedActs = async (tx: Db, caseId: CaseId): Promise<Act[]> =>
  (await foundIn(tx, eq(caseMail.caseId, caseId))).acts;
