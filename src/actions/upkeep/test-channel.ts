import { auditActorOf } from '../actor.ts';
import type { AuditLog } from '../audit-log.ts';
import { course } from '../kernel/act.ts';
import { madeId } from '../kernel/ask.ts';

interface Deps {
  readonly audit: AuditLog;
  readonly testChannel: (name: string) => Promise<boolean>; // false: there is no such channel
}

/** Sends a message that says only that it arrived. @returns false when there is no such channel */
export const testChannel = course({
  path: '/status/channels/:name/test',
  right: 'channels.test',
  ask: { name: madeId<string>() },
  async run({ audit, testChannel: send }: Deps, { name }, { actor, at }): Promise<boolean> {
    if (!(await send(name))) return false;
    await audit.record({ ...auditActorOf(actor, at), action: 'channel.test', target: `channel/${name}`, details: {} });
    return true;
  },
});
