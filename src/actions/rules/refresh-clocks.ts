import { clocksOf, type EscalationPlan, planIn } from '../../response/index.ts';
import { changedCases, rulesOf, writeClocks } from '../../store/index.ts';
import type { ActionDeps } from '../deps.ts';

const MOST_ROUNDS = 50;

/**
 * Makes the clocks of every case anew that has changed since. They follow from the case and from the matrix that was in force when each
 * began, so that doing it late, twice or after a standstill gives the same.
 */
export async function refreshClocks({
  db,
  now,
  timeZone,
}: Pick<ActionDeps, 'db' | 'now'> & { readonly timeZone: string }): Promise<void> {
  const planAt = planIn(await rulesOf<EscalationPlan>(db, 'escalation'));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const changed = await changedCases(db);
    if (changed.length === 0) return;
    const written = changed.map((of) => ({ of, clocks: clocksOf(of.facts, planAt, timeZone) }));
    await db.transaction((tx) => writeClocks(tx, written, now()));
  }
}
