import { type CaseId, isNamedIn, searched, type WatchId, watchEnd } from '../../cases/index.ts';
import {
  endWatch,
  loadWatch,
  type SenderWatch,
  senderOf,
  standingWatches,
  watchSender as watch,
} from '../../store/index.ts';
import { type Actor, requireRight, soughtIn } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { act } from '../kernel/act.ts';
import { day, rowId } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';

/**
 * Watches whoever wrote the newest mail of a case, to the end of a day that is not today, a year ahead at most: until then their new mails are
 * surfaced whatever their score, which stays what it is. One that is watched already only has another end.
 */
export const watchSender = act({
  path: '/cases/:id/watch',
  right: 'cases.decide',
  for: ['programs', 'commands'],
  audit: 'sender.watch',
  about: 'id',
  ask: { id: rowId<CaseId>(), until: day() },
  logged: [],
  async do(tx, { id, until: last }, { by, at, timeZone, sight }) {
    const until = watchEnd(last, at, timeZone);
    if (until === null) throw new Refusal({ code: 'wrong-day' });
    const sender = await senderOf(tx, id, sight);
    if (sender === null) throw new Refusal({ code: 'no-such-case' });
    return { id, watch: (await watch(tx, sender, { by, since: at, until })).id, until };
  },
  told: ({ watch, until }) => ({ watch, until: until.toISOString() }),
  to: ({ id }) => `case/${id}`,
});

/** Every watch that stands and is not on whoever asks, whoever began it. @throws Refusal `not-allowed` */
export async function watchesFor({ db, now }: Pick<ActionDeps, 'db' | 'now'>, actor: Actor): Promise<SenderWatch[]> {
  requireRight(actor, 'cases.read');
  return (await standingWatches(db, now())).filter((watch) => !isOn(watch, actor));
}

/** Ends a watch, whoever began it. One that is on whoever asks is not there: they are not told of it. */
export const endSenderWatch = act({
  path: '/watches/:watch/end',
  right: 'cases.decide',
  for: ['programs', 'commands'],
  audit: 'sender.unwatch',
  ask: { watch: rowId<WatchId>() },
  logged: [],
  to: ({ watch }) => `watch/${watch}`,
  async do(tx, { watch: id }, { actor }) {
    const watch = await loadWatch(tx, id);
    if (watch === null || isOn(watch, actor) || !(await endWatch(tx, id))) throw new Refusal({ code: 'not-there' });
    return { id };
  },
});

function isOn({ address }: SenderWatch, actor: Actor): boolean {
  const sought = soughtIn(actor);
  return sought !== null && isNamedIn(searched([address]), sought);
}
