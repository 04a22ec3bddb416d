import { setGuideClosed } from '../../store/index.ts';
import { auditActorOf, type PersonActor, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';

/** The first steps are no longer offered to a person who sets the service up, or are again. @throws Refusal `not-allowed` */
export async function closeGuide(
  { audit, now }: Pick<ActionDeps, 'audit' | 'now'>,
  person: PersonActor,
  closed: boolean,
): Promise<void> {
  requireRight(person, 'people.manage');
  await audit.during(
    (tx) => setGuideClosed(tx, person.id, closed),
    () => ({
      ...auditActorOf(person, now()),
      action: 'settings.change',
      target: `account/${person.id}`,
      details: { guideClosed: closed },
    }),
  );
}
