import { type CaseId, isNamedIn, searched, type WatchId } from '../../cases/index.ts';
import {
  endWatch,
  loadWatch,
  type SenderWatch,
  senderOf,
  standingWatches,
  watchSender as watch,
} from '../../store/index.ts';
import { type Actor, auditActorOf, nameOf, requireRight, soughtIn, visibilityOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { admit } from './admit.ts';

/**
 * Watches whoever wrote the newest mail of a case: until then their new mails are surfaced whatever their score, which stays
 * what it is. One that is watched already only has another end.
 *
 * @param until not included
 * @throws Refusal `not-allowed`, `recused`, or `no-such-case`, also where nobody knows who wrote.
 *
 * @example
 * await watchSender(deps, actor, id, new Date('2026-10-01T00:00:00Z'));
 */
export async function watchSender(
  deps: Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>,
  actor: Actor,
  id: CaseId,
  until: Date,
): Promise<void> {
  await admit(deps, actor, id);
  const at = deps.now();
  await deps.audit.during(
    async (tx) => {
      const sender = await senderOf(tx, id, visibilityOf(actor));
      if (sender === null) throw new Refusal({ code: 'no-such-case' });
      return watch(tx, sender, { by: nameOf(actor), since: at, until });
    },
    (made) => ({
      ...auditActorOf(actor, at),
      action: 'sender.watch',
      target: `case/${id}`,
      details: { watch: made.id, until: until.toISOString() },
    }),
  );
}

/** Every watch that stands and is not on whoever asks, whoever began it. @throws Refusal `not-allowed` */
export async function watchesFor({ db, now }: Pick<ActionDeps, 'db' | 'now'>, actor: Actor): Promise<SenderWatch[]> {
  requireRight(actor, 'cases.read');
  return (await standingWatches(db, now())).filter((watch) => !isOn(watch, actor));
}

/**
 * Ends a watch, whoever began it.
 *
 * @returns false when there is no such watch, or it is on whoever asks: they are not told of it.
 * @throws Refusal `not-allowed`
 */
export async function endSenderWatch(
  { audit, now }: Pick<ActionDeps, 'audit' | 'now'>,
  actor: Actor,
  id: WatchId,
): Promise<boolean> {
  requireRight(actor, 'cases.decide');
  return audit.during(
    async (tx) => {
      const watch = await loadWatch(tx, id);
      return watch !== null && !isOn(watch, actor) && endWatch(tx, id);
    },
    (ended) =>
      ended ? { ...auditActorOf(actor, now()), action: 'sender.unwatch', target: `watch/${id}`, details: {} } : null,
  );
}

function isOn({ address }: SenderWatch, actor: Actor): boolean {
  const sought = soughtIn(actor);
  return sought !== null && isNamedIn(searched([address]), sought);
}
