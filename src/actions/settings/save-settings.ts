import { setPreferences } from '../../store/index.ts';
import { auditActorOf } from '../actor.ts';
import type { AuditLog } from '../audit-log.ts';
import { course } from '../kernel/act.ts';
import { leftOut, number, usualChoice } from '../kernel/ask.ts';
import { wrongFields } from '../refusal.ts';

interface Deps {
  readonly audit: AuditLog;
  readonly dailyCap: number; // of the company: a person may only choose fewer
}

/** Keeps how a person wants the review app. The log does not learn after how many cases someone wants to rest. */
export const saveSettings = course({
  path: '/settings',
  right: 'account',
  ask: {
    mask: usualChoice('painful', ['painful', 'all']),
    keys: usualChoice('on', ['on', 'off']),
    dailyCap: leftOut(number(1, 99_999)), // cases a day; left out: as many as the company has
  },
  async run({ audit, dailyCap: most }: Deps, { mask, keys, dailyCap = null }, { actor, person, at }): Promise<void> {
    if (dailyCap !== null && dailyCap > most) throw wrongFields({ dailyCap: 'wrong' });
    const chosen = { maskAll: mask === 'all', keys: keys === 'on' };
    await audit.during(
      (tx) => setPreferences(tx, person!, { ...chosen, dailyCap }),
      () => ({
        ...auditActorOf(actor, at),
        action: 'settings.change',
        target: `account/${person}`,
        details: chosen,
      }),
    );
  },
});
