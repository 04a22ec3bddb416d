import { SHIPPED_PLAN } from '../../response/index.ts';
import { currentRules } from '../../store/index.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { saveRules } from './save-rules.ts';

/**
 * Puts the matrix that is shipped into force where a company has none yet, with the day on which that was: cases of before it have no clocks,
 * so that an update tells nobody of what is long over.
 */
export async function adoptShippedPlan(deps: Pick<ActionDeps, 'db' | 'audit' | 'now'>): Promise<void> {
  if ((await currentRules(deps.db, 'escalation')) !== null) return;
  try {
    await saveRules(deps, { kind: 'service' }, { kind: 'escalation', after: 0, rules: SHIPPED_PLAN });
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'rules-changed')) throw error; // somebody has just written one
  }
}
