import type { FoundMailbox } from '../../intake/index.ts';
import { auditActorOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { course } from '../kernel/act.ts';
import { email } from '../kernel/ask.ts';

/** Looks for the server of an address: DNS and the domain itself are asked, and the log says that they were. */
export const findMailboxOf = course({
  path: '/mailboxes/find',
  right: 'settings.manage',
  ask: { address: email() },
  async run(
    { audit, mailboxes }: Pick<ActionDeps, 'audit' | 'mailboxes'>,
    { address },
    { actor, at },
  ): Promise<FoundMailbox | null> {
    const found = await mailboxes.find(address.toLowerCase());
    await audit.record({
      ...auditActorOf(actor, at),
      action: 'mailbox.find',
      target: '',
      details: { by: found?.by ?? 'nothing' },
    });
    return found;
  },
});
