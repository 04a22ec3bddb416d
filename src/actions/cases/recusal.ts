import {
  type CaseDetail,
  type CaseId,
  decidersOf,
  type MailId,
  type PersonId,
  recusedAmong,
  type Searched,
  searched,
} from '../../cases/index.ts';
import type { ReadMessage } from '../../screening/index.ts';
import { type Account, handBack, listAccounts } from '../../store/index.ts';
import { auditActorOf, type PersonActor } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';

/** A mail of a case, parsed again. */
export interface CaseMessage {
  readonly mailId: MailId;
  readonly message: ReadMessage;
}

/** What a case says, and whom it is for. */
export interface CaseReading {
  readonly messages: readonly CaseMessage[]; // oldest first; what nobody can read is left out
  readonly text: Searched;
  readonly deciders: readonly Account[]; // who may decide such a case
  readonly recused: ReadonlySet<PersonId>; // those among them who do not, because it speaks of them
}

/** Reads the mails of a case, and who does not decide it: looked up each time, written down nowhere. */
export async function readCase(
  { db, read, now }: Pick<ActionDeps, 'db' | 'read' | 'now'>,
  detail: CaseDetail,
): Promise<CaseReading> {
  const { report, items } = detail;
  const messages: CaseMessage[] = [];
  for (const item of items) {
    const message = item.raw === null ? null : await read(item).catch(() => null); // nobody can read it
    if (message !== null) messages.push({ mailId: item.mailId, message });
  }
  const text = searched([
    ...(report === null ? [] : [report.words, report.otherSide, ...report.notes.map(({ words }) => words)]),
    ...messages.flatMap(({ message }) => textsOf(message)),
  ]);
  const working = (await listAccounts(db, now())).filter(({ deactivatedAt }) => deactivatedAt === null);
  const deciders = decidersOf(working, detail);
  return { messages, text, deciders, recused: new Set(recusedAmong(deciders, text).map(({ id }) => id)) };
}

const textsOf = ({ parts, from, to, cc }: ReadMessage): string[] => [
  ...parts.map(({ text }) => text),
  ...[from, ...to, ...cc].flatMap((one) => (one === null ? [] : [`${one.name} <${one.address}>`])),
];

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
