import { SHIPPED_PLAN } from '../../response/index.ts';
import { currentRules } from '../../store/index.ts';
import { auditActorOf, nameOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { writeRules } from './change-rules.ts';

/**
 * Puts the matrix that is shipped into force where a company has none yet, with the day on which that was: cases of before it have no clocks,
 * so that an update tells nobody of what is long over.
 */
export async function adoptShippedPlan({ db, audit, now }: Pick<ActionDeps, 'db' | 'audit' | 'now'>): Promise<void> {
  if ((await currentRules(db, 'escalation')) !== null) return;
  const at = now();
  const service = { kind: 'service' } as const;
  try {
    await audit.during(
      (tx) => writeRules(tx, 'escalation', 0, SHIPPED_PLAN, { by: nameOf(service), person: null, at }),
      (version) => ({
        ...auditActorOf(service, at),
        action: 'rules.change',
        target: 'rules/escalation',
        details: { version },
      }),
    );
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'rules-changed')) throw error; // somebody has just written one
  }
}
