import { endSession, endSessions } from '../../store/index.ts';
import { auditActorOf, type PersonActor } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';

type Deps = Pick<ActionDeps, 'audit' | 'now'>;

/** Signs a person out in one other browser. @returns false when they have no such session. */
export const endOwnSession = ({ audit, now }: Deps, person: PersonActor, session: string): Promise<boolean> =>
  audit.during(
    (tx) => endSession(tx, person.id, session),
    (ended) =>
      ended
        ? { ...auditActorOf(person, now()), action: 'session.end', target: `account/${person.id}`, details: {} }
        : null,
  );

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
