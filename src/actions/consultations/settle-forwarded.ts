import type { ForwardedId } from '../../cases/index.ts';
import { findAccount, heldMails, loadHeld, noteConsultation, refusedSince, settleHeld } from '../../store/index.ts';
import { auditActorOf, type PersonActor, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { handInAll } from './hand-in-forwarded.ts';

type Deps = Pick<ActionDeps, 'db' | 'audit' | 'now'>;

const REFUSED_DAYS = 30;
const DAY_MS = 86_400_000;

/** Mails at the consultation address that wait for the consultation desk, and how many were left alone lately. @throws Refusal `not-allowed` */
export async function forwardedFor({ db, audit, now }: Deps, actor: PersonActor) {
  requireRight(actor, 'consultations.confirm');
  const at = now();
  const [held, refused] = [await heldMails(db), await refusedSince(db, new Date(at.getTime() - REFUSED_DAYS * DAY_MS))];
  await audit.record({ ...auditActorOf(actor, at), action: 'forwarded.view', target: '', details: {} });
  return { held, refused };
}

/** `gone`: somebody else was faster. */
export type Settled = 'done' | 'gone';

/**
 * Takes a held mail for one of its sender, as the desk has asked them: it becomes a consultation, and they get their receipt.
 * The log of a confidential one names nobody. @throws Refusal `not-allowed`
 */
export async function confirmForwarded(
  deps: Deps & Pick<ActionDeps, 'wake' | 'forwarded'>,
  actor: PersonActor,
  id: ForwardedId,
): Promise<Settled> {
  requireRight(actor, 'consultations.confirm');
  const { db, audit } = deps;
  const mail = await loadHeld(db, id);
  if (mail === null) return 'gone';
  const { confidential, receivedAt, raw } = mail;
  const sender = { name: mail.senderName, address: mail.sender };
  const found = await findAccount(db, mail.sender);
  const account = found?.active ? found : null;
  const read = await deps.forwarded(raw, receivedAt);
  const at = deps.now();
  const done = await audit.during(
    async (tx) => {
      if (!(await settleHeld(tx, id, { state: 'taken', by: actor.name, at }))) return false;
      const reports = await handInAll(tx, { raw, receivedAt, sender, account, confidential, read }, at);
      await noteConsultation(tx, id, reports[0]!);
      return true;
    },
    (done) => (done ? entryOf(actor, 'forwarded.confirm', id, confidential, at) : null),
  );
  if (done) deps.wake();
  return done ? 'done' : 'gone';
}

/** Does not take a held mail: whoever is named as its sender did not send it. It stays in the mailbox. @throws Refusal `not-allowed` */
export async function rejectForwarded({ db, audit, now }: Deps, actor: PersonActor, id: ForwardedId): Promise<Settled> {
  requireRight(actor, 'consultations.confirm');
  const at = now();
  const mail = await loadHeld(db, id);
  if (mail === null) return 'gone';
  const done = await audit.during(
    (tx) => settleHeld(tx, id, { state: 'rejected', by: actor.name, at }),
    (done) => (done ? entryOf(actor, 'forwarded.reject', id, mail.confidential, at) : null),
  );
  return done ? 'done' : 'gone';
}

/** Whoever reads the log of a confidential one may be the one not to know. */
const entryOf = (
  actor: PersonActor,
  action: 'forwarded.confirm' | 'forwarded.reject',
  id: ForwardedId,
  confidential: boolean,
  at: Date,
) => ({
  ...(confidential ? { at, person: null, name: '', address: null } : auditActorOf(actor, at)),
  action,
  target: `forwarded/${id}`,
  details: {},
});
