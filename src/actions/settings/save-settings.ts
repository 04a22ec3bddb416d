import { type Preferences, setPreferences } from '../../store/index.ts';
import { auditActorOf, type PersonActor } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';

/** Keeps how a person wants the review app. The log does not learn after how many cases someone wants to rest. */
export async function saveSettings(
  { audit, now }: Pick<ActionDeps, 'audit' | 'now'>,
  person: PersonActor,
  chosen: Preferences,
): Promise<void> {
  const { maskAll, keys } = chosen;
  await audit.during(
    (tx) => setPreferences(tx, person.id, chosen),
    () => ({
      ...auditActorOf(person, now()),
      action: 'settings.change',
      target: `account/${person.id}`,
      details: { maskAll, keys },
    }),
  );
}
