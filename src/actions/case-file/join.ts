import type { AdditionId, CaseId } from '../../cases/index.ts';
import { ACTS } from '../../detect/index.ts';
import { joinDecided, seeAdditions } from '../../store/index.ts';
import { auditActorOf } from '../actor.ts';
import { admit } from '../cases/admit.ts';
import type { ActionDeps } from '../deps.ts';
import { act, course } from '../kernel/act.ts';
import { choices, pick, rowId } from '../kernel/ask.ts';
import { Refusal, wrongFields } from '../refusal.ts';
import { requireMerged } from './merge.ts';

/**
 * Puts an open case into one that was approved: its mails stand there, what was decided stays as it is with its reasons. `acts` are those of the
 * decision that whoever does it confirms of these mails; they count as made again.
 *
 * @throws Refusal `not-merged`, also for what is graver than what was decided; `no-such-case` also when the other is not in sight
 */
export const join = course({
  path: '/cases/:id/join',
  right: 'cases.decide',
  about: 'id',
  ask: { id: rowId<CaseId>(), into: pick<CaseId>(/^[1-9]\d{0,18}$/), acts: choices(ACTS, 'maybe') },
  async run(deps: Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>, { id, into, acts }, doer) {
    const { detail } = await admit(deps, doer.actor, into);
    if (acts.some((one) => !detail.acts.includes(one))) throw wrongFields({ acts: 'wrong' });
    const { by, at, person, sight, actor } = doer;
    await deps.audit.during(
      async (tx) => requireMerged(await joinDecided(tx, id, into, acts, { by, at, person, ...sight })),
      () => ({
        ...auditActorOf(actor, at),
        action: 'case.merge',
        target: `case/${into}`,
        details: { part: id, acts: acts.join(' ') },
      }),
    );
  },
});

/** Says that what came to a decided case, up to `last`, was seen; the decision stays. @throws Refusal `not-there` when somebody has said so */
export const seeAdded = act({
  path: '/cases/:id/added/seen',
  right: 'cases.decide',
  audit: 'case.added-seen',
  about: 'id',
  ask: { id: rowId<CaseId>(), last: rowId<AdditionId>() },
  logged: ['last'],
  async do(tx, { id, last }, { by, at }) {
    if ((await seeAdditions(tx, id, last, { by, at })) === 0) throw new Refusal({ code: 'not-there' });
  },
  to: ({ id }) => `case/${id}`,
});
