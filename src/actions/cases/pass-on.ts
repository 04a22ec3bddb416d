import type { CaseId } from '../../cases/index.ts';
import { declineCase, skipCase, unskipCase } from '../../store/index.ts';
import { auditActorOf, type PersonActor, requireRight, reviewerOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';

type Deps = Pick<ActionDeps, 'audit' | 'now'>;

/** Lets a case go and is not served it again. Nobody has to say why. @throws Refusal */
export const skip = (deps: Deps, person: PersonActor, id: CaseId): Promise<void> => passOn(deps, person, id, skipCase);

/** The same for good, whoever hands it over; the log does not tell it from a skip. @throws Refusal */
export const decline = (deps: Deps, person: PersonActor, id: CaseId): Promise<void> =>
  passOn(deps, person, id, declineCase);

async function passOn({ audit, now }: Deps, person: PersonActor, id: CaseId, how: typeof skipCase): Promise<void> {
  requireRight(person, 'cases.decide');
  const at = now();
  const passed = await audit.during(
    (tx) => how(tx, id, reviewerOf(person), at),
    (done) => (done ? { ...auditActorOf(person, at), action: 'case.skip', target: `case/${id}`, details: {} } : null),
  );
  if (!passed) throw new Refusal({ code: 'no-such-case' });
}

/** Takes a skip or a declining back; the log does not tell which it was. @throws Refusal */
export async function undoPassOn({ audit, now }: Deps, person: PersonActor, id: CaseId): Promise<void> {
  requireRight(person, 'cases.decide');
  const undone = await audit.during(
    (tx) => unskipCase(tx, id, reviewerOf(person)),
    (done) =>
      done ? { ...auditActorOf(person, now()), action: 'case.unskip', target: `case/${id}`, details: {} } : null,
  );
  if (!undone) throw new Refusal({ code: 'no-such-case' });
}
