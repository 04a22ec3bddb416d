import type { ForwardedId } from '../../cases/index.ts';
import {
  type Db,
  findAccount,
  heldMails,
  loadHeld,
  noteConsultation,
  refusedSince,
  settleHeld,
} from '../../store/index.ts';
import { auditActorOf, type PersonActor, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { course, type Doer } from '../kernel/act.ts';
import { rowId } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';
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

/**
 * Takes a held mail for one of its sender, as the desk has asked them: it becomes a consultation, and they get their receipt.
 * The log of a confidential one names nobody.
 */
export const confirmForwarded = course({
  path: '/forwarded/:forwarded/confirm',
  right: 'consultations.confirm',
  ask: { forwarded: rowId<ForwardedId>() },
  async run(deps: Deps & Pick<ActionDeps, 'wake' | 'forwarded'>, { forwarded: id }, doer) {
    const mail = await requireHeld(deps, id);
    const { confidential, receivedAt, raw } = mail;
    const sender = { name: mail.senderName, address: mail.sender };
    const found = await findAccount(deps.db, mail.sender);
    const account = found?.active ? found : null;
    const read = await deps.forwarded(raw, receivedAt);
    const at = deps.now();
    await settle(deps, doer, mail, 'forwarded.confirm', async (tx) => {
      if (!(await settleHeld(tx, id, { state: 'taken', by: doer.by, at }))) return false;
      const reports = await handInAll(tx, { raw, receivedAt, sender, account, confidential, read }, at);
      await noteConsultation(tx, id, reports[0]!);
      return true;
    });
    deps.wake();
  },
});

/** Does not take a held mail: whoever is named as its sender did not send it. It stays in the mailbox. */
export const rejectForwarded = course({
  path: '/forwarded/:forwarded/reject',
  right: 'consultations.confirm',
  ask: { forwarded: rowId<ForwardedId>() },
  async run(deps: Deps, { forwarded: id }, doer) {
    const mail = await requireHeld(deps, id);
    await settle(deps, doer, mail, 'forwarded.reject', (tx) =>
      settleHeld(tx, id, { state: 'rejected', by: doer.by, at: doer.at }),
    );
  },
});

type Held = NonNullable<Awaited<ReturnType<typeof loadHeld>>>;

/** @throws Refusal `not-there` when somebody else was faster */
async function requireHeld({ db }: Deps, id: ForwardedId): Promise<Held> {
  const mail = await loadHeld(db, id);
  if (mail === null) throw new Refusal({ code: 'not-there' });
  return mail;
}

/** Whoever reads the log of a confidential one may be the one not to know. @throws Refusal as above */
async function settle(
  { audit }: Deps,
  { actor, at }: Doer,
  { id, confidential }: Held,
  action: 'forwarded.confirm' | 'forwarded.reject',
  write: (tx: Db) => Promise<boolean>,
): Promise<void> {
  await audit.during(
    async (tx) => {
      if (!(await write(tx))) throw new Refusal({ code: 'not-there' });
    },
    () => ({
      ...(confidential ? { at, person: null, name: '', address: null } : auditActorOf(actor, at)),
      action,
      target: `forwarded/${id}`,
      details: {},
    }),
  );
}
