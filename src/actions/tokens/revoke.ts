import { endToken } from '../../store/index.ts';
import { type Actor, auditActorOf, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';

/** Ends a token at once. @returns false when there is no such token that has not ended. @throws Refusal `not-allowed` */
export async function revokeToken(
  { audit, now }: Pick<ActionDeps, 'audit' | 'now'>,
  actor: Actor,
  id: string,
): Promise<boolean> {
  requireRight(actor, 'tokens.manage');
  const at = now();
  return audit.during(
    (tx) => endToken(tx, id, at),
    (done) =>
      done ? { ...auditActorOf(actor, at), action: 'token.revoke', target: `token/${id}`, details: {} } : null,
  );
}
