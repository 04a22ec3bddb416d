import type { RetentionDays } from '../../cases/index.ts';
import { believeClock, clockAhead, type Purged, purge as purgeStore } from '../../store/index.ts';
import { type Actor, auditActorOf, requireOperator } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';

type Deps = Pick<ActionDeps, 'db' | 'audit' | 'now'> & { readonly retention: RetentionDays };

/**
 * Deletes what has been kept long enough: in small transactions, each with its entry, so that it can be killed. The service does so every
 * hour and says nothing when there was nothing.
 *
 * @param really also when the clock has jumped ahead: it would take everything for old
 * @throws Refusal `not-allowed`, `clock-ahead`
 */
export async function purge(
  { db, audit, now, retention }: Deps,
  actor: Actor,
  { really = false }: { readonly really?: boolean } = {},
): Promise<Purged> {
  requireOperator(actor);
  const at = now();
  const seen = await clockAhead(db, at);
  if (seen !== null && !really) throw new Refusal({ code: 'clock-ahead' }, sentenceOf(seen, at));
  const entryOf = (purged: Purged) => ({
    ...auditActorOf(actor, at),
    action: 'store.purge' as const,
    target: 'store',
    details: { ...purged, ...(seen === null ? {} : { really }) },
  });
  const purged = await purgeStore(db, retention, at, (act) =>
    audit.during(act, (some) => (isNothing(some) ? null : entryOf(some))),
  );
  if (actor.kind !== 'service' && isNothing(purged)) await audit.record(entryOf(purged));
  await believeClock(db, at);
  return purged;
}

const isNothing = (purged: Purged): boolean => Object.values(purged).every((count) => count === 0);

const DAY_MS = 86_400_000;

const sentenceOf = (seen: Date, now: Date): string =>
  `The clock says ${now.toISOString()}, ${Math.floor((now.getTime() - seen.getTime()) / DAY_MS)} days after it was believed last. Nothing was deleted. If it is right: komainu purge --really`;
