import {
  type CaseDetail,
  type CaseId,
  type Consultation,
  decidersOf,
  isNamedIn,
  type Named,
  type PersonId,
  recusedAmong,
  reportsOf,
  searched,
} from '../../cases/index.ts';
import { type Account, handBack, listAccounts, loadCase } from '../../store/index.ts';
import { auditActorOf, type PersonActor } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { namedInMails } from './named-in-mails.ts';

/** Whom a case is for, and whom it speaks of. */
export interface CaseReading {
  readonly speaksOf: (someone: Named) => Promise<boolean>;
  readonly deciders: readonly Account[]; // who may decide such a case
  readonly recused: ReadonlySet<PersonId>; // those among them who do not, because it speaks of them
}

/**
 * Who does not decide a case: looked up each time, written down nowhere. A merged one is as closed as the case in which it stands, which
 * has its mails.
 */
export async function readCase(
  { db, read, now }: Pick<ActionDeps, 'db' | 'read' | 'now'>,
  asked: CaseDetail,
): Promise<CaseReading> {
  const detail = await wholeOf(db, asked);
  for (const item of detail.items) await read(item); // what waits for its verdict is read now
  const report = searched(reported(detail));
  const namedAmong = async <P extends Named>(people: readonly P[]): Promise<readonly P[]> => {
    const named = await namedInMails(db, detail.id, people);
    return people.filter((one) => named.has(one) || isNamedIn(report, one));
  };
  const working = (await listAccounts(db, now())).filter(({ deactivatedAt }) => deactivatedAt === null);
  const deciders = decidersOf(working, detail);
  const named = new Set(await namedAmong(deciders));
  return {
    speaksOf: async (someone) => (await namedAmong([someone])).length > 0,
    deciders,
    recused: new Set(recusedAmong(deciders, (one) => named.has(one)).map(({ id }) => id)),
  };
}

/** The case in which one stands, or itself. */
export async function wholeOf(db: ActionDeps['db'], detail: CaseDetail): Promise<CaseDetail> {
  const { into } = detail.merging;
  return (into && (await loadCase(db, into, { seesConfidential: true }, { texts: false }))) ?? detail; // whoever asks sees the part
}

/** What was handed in with a case, and what it says that may speak of somebody. */
export const reported = (detail: CaseDetail): string[] =>
  reportsOf(detail).flatMap((report) => [report.words, report.otherSide, ...theirs(report)]);

/** An answer to them may name a colleague, and says nothing of who is spoken of. */
const theirs = ({ notes }: Consultation): string[] =>
  notes.filter(({ author }) => author === 'reporter').map(({ words }) => words);

/** Lets go of a case that is not for the person who has it: it waits for others. The log says no more than of a skip. */
export async function passToOthers(
  { audit, now }: Pick<ActionDeps, 'audit' | 'now'>,
  person: PersonActor,
  id: CaseId,
): Promise<void> {
  await audit.during(
    (tx) => handBack(tx, id, person.id),
    (had) => (had ? { ...auditActorOf(person, now()), action: 'case.skip', target: `case/${id}`, details: {} } : null),
  );
}
