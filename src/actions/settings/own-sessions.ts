import { endSession, endSessions } from '../../store/index.ts';
import { auditActorOf, type PersonActor } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { act } from '../kernel/act.ts';
import { madeId } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';

type Deps = Pick<ActionDeps, 'audit' | 'now'>;

/** Signs a person out in one other browser. Only sessions of one's own can be named. */
export const endOwnSession = act({
  path: '/account/sessions/:session/end',
  right: 'account',
  audit: 'session.end',
  ask: { session: madeId<string>() },
  logged: [],
  async do(tx, { session }, { person }) {
    if (!(await endSession(tx, person!, session))) throw new Refusal({ code: 'not-there' });
    return person!;
  },
  to: (_, person) => `account/${person}`,
});

/** Signs a person out everywhere but in the session that is kept. */
export async function endOtherSessions({ audit, now }: Deps, person: PersonActor, kept: string): Promise<void> {
  await audit.during(
    (tx) => endSessions(tx, person.id, kept),
    (sessions) => ({
      ...auditActorOf(person, now()),
      action: 'session.end',
      target: `account/${person.id}`,
      details: { sessions },
    }),
  );
}
