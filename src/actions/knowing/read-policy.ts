import type { PolicyInForce } from '../../policy/index.ts';
import { addPolicyVersion, notePolicyReading } from '../../store/index.ts';
import { dayOf } from '../../util/day.ts';
import { auditActorOf, type PersonActor } from '../actor.ts';
import { hashOfFile } from './policy-now.ts';
import { fileVersion, type KnowingDeps } from './publish-policy.ts';

/** By what a page says which text it showed. */
export const shownPolicy = ({ text }: Pick<PolicyInForce, 'text'>): string => hashOfFile(text);

/** `changed`: what the person saw holds no more, or is nobody's policy. */
export type PolicyRead = 'read' | 'changed';

/** A person says that they have read what holds now; of a file, its text becomes a version. Saying so twice changes nothing. */
export async function readPolicy(
  { audit, now, timeZone }: KnowingDeps,
  person: PersonActor,
  policy: PolicyInForce,
  shown: string,
): Promise<PolicyRead> {
  if (policy.kind !== 'own' || shown !== shownPolicy(policy)) return 'changed';
  const at = now();
  await audit.during(
    async (tx) => {
      const id = policy.version?.id ?? (await addPolicyVersion(tx, fileVersion(policy.text, dayOf(at, timeZone), at)));
      return (await notePolicyReading(tx, id, person.id, at)) ? id : null;
    },
    (id) =>
      id === null ? null : { ...auditActorOf(person, at), action: 'policy.read', target: `policy/${id}`, details: {} },
  );
  return 'read';
}
