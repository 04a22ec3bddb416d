import { type Actor, auditActorOf, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';

type Deps = Pick<ActionDeps, 'audit' | 'now'> & {
  readonly testChannel: (name: string) => Promise<boolean>; // false: there is no such channel
};

/** Sends a message that says only that it arrived. @returns false when there is no such channel. @throws Refusal `not-allowed` */
export async function testChannel(
  { audit, now, testChannel: send }: Deps,
  actor: Actor,
  name: string,
): Promise<boolean> {
  requireRight(actor, 'channels.test');
  if (!(await send(name))) return false;
  await audit.record({
    ...auditActorOf(actor, now()),
    action: 'channel.test',
    target: `channel/${name}`,
    details: {},
  });
  return true;
}
