import type { PolicyInForce } from '../../policy/index.ts';
import { addPolicyVersion, notePolicyReading } from '../../store/index.ts';
import { auditActorOf } from '../actor.ts';
import { course } from '../kernel/act.ts';
import { line } from '../kernel/ask.ts';
import { hashOfFile, policyInForce } from './policy-in-force.ts';
import { fileVersion, type KnowingDeps } from './publish-policy.ts';

/** By what a page says which text it showed. */
export const shownPolicy = ({ text }: Pick<PolicyInForce, 'text'>): string => hashOfFile(text);

/**
 * A person says that they have read what holds now; of a file, its text becomes a version. Saying so twice changes nothing.
 *
 * @returns `changed` where what the person saw holds no more, or is nobody's policy
 */
export const readPolicy = course({
  path: '/policy/read',
  right: 'account',
  ask: { shown: line(100) },
  async run(deps: KnowingDeps, { shown }, { actor, person, at, today }): Promise<'read' | 'changed'> {
    const policy = await policyInForce(deps, 'ja');
    if (policy.kind !== 'own' || shown !== shownPolicy(policy)) return 'changed';
    await deps.audit.during(
      async (tx) => {
        const id = policy.version?.id ?? (await addPolicyVersion(tx, fileVersion(policy.text, today, at)));
        return (await notePolicyReading(tx, id, person!, at)) ? id : null;
      },
      (id) =>
        id === null ? null : { ...auditActorOf(actor, at), action: 'policy.read', target: `policy/${id}`, details: {} },
    );
    return 'read';
  },
});
