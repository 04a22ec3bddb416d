import { setImmediate as breathe } from 'node:timers/promises';
import {
  type CaseDetail,
  type CaseId,
  decidersOf,
  isNamedIn,
  type Named,
  type PersonId,
  recusedAmong,
  type Searched,
  searched,
} from '../../cases/index.ts';
import { type Account, handBack, listAccounts, searchedIn } from '../../store/index.ts';
import { auditActorOf, type PersonActor } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';

/** Whom a case is for, and whom it speaks of. */
export interface CaseReading {
  readonly speaksOf: (someone: Named) => Promise<boolean>;
  readonly deciders: readonly Account[]; // who may decide such a case
  readonly recused: ReadonlySet<PersonId>; // those among them who do not, because it speaks of them
}

/** Who does not decide a case: looked up each time, written down nowhere. */
export async function readCase(
  { db, read, now }: Pick<ActionDeps, 'db' | 'read' | 'now'>,
  detail: CaseDetail,
): Promise<CaseReading> {
  for (const item of detail.items) await read(item); // what waits for its verdict is read now
  const texts = [searched(reported(detail)), ...(await searchedIn(db, detail.id))];
  const speaksOf = (someone: Named) => isNamedInAny(texts, someone);
  const working = (await listAccounts(db, now())).filter(({ deactivatedAt }) => deactivatedAt === null);
  const deciders = decidersOf(working, detail);
  const named = new Set<PersonId>();
  for (const one of deciders) if (await speaksOf(one)) named.add(one.id);
  return {
    speaksOf,
    deciders,
    recused: new Set(recusedAmong(deciders, ({ id }) => named.has(id)).map(({ id }) => id)),
  };
}

const reported = ({ report }: CaseDetail): string[] =>
  report === null ? [] : [report.words, report.otherSide, ...theirs(report)];

/** An answer to them may name a colleague, and says nothing of who is spoken of. */
const theirs = ({ notes }: NonNullable<CaseDetail['report']>): string[] =>
  notes.filter(({ author }) => author === 'reporter').map(({ words }) => words);

/** Searching a thread of a thousand mails takes long enough that others must have their turn in between. */
const TEXTS_AT_ONCE = 10;

async function isNamedInAny(texts: readonly Searched[], someone: Named): Promise<boolean> {
  for (const [index, text] of texts.entries()) {
    if (index % TEXTS_AT_ONCE === TEXTS_AT_ONCE - 1) await breathe();
    if (isNamedIn(text, someone)) return true;
  }
  return false;
}

/** Lets go of a case that is not for the person who has it: it waits for anyone. The log says no more than of a skip. */
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
