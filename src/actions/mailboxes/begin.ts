import type { ActionDeps } from '../deps.ts';
import { type ActDeps, course, perform } from '../kernel/act.ts';
import { line, usualChoice } from '../kernel/ask.ts';
import { Refusal, wrongFields } from '../refusal.ts';
import { saveSetting } from '../site-settings/save.ts';

/** What becomes of the mails that are there already; `quiet`: cases are made of them, and nobody is told. */
export const EARLIER = ['nothing', 'quiet', 'days'] as const;

const MOST_DAYS = 366;

/**
 * Begins to read a mailbox that was connected.
 *
 * @throws Refusal `wrong-fields`, `not-there`, `set-in-file`
 */
export const beginMailbox = course({
  path: '/mailboxes/begin',
  right: 'settings.manage',
  ask: { name: line(40), earlier: usualChoice('nothing', EARLIER), days: line(3, 'maybe') },
  async run(
    deps: ActDeps & Pick<ActionDeps, 'audit' | 'settings'>,
    { name, earlier, days },
    { actor, at },
  ): Promise<void> {
    const there = (await deps.settings.list()).find((one) => one.section === 'source' && one.name === name);
    if (there === undefined || there.state === 'out') throw new Refusal({ code: 'not-there' });
    const { alarmsFrom: _, ...before } = there.value as Readonly<Record<string, unknown>>;
    const value = {
      ...before,
      backfill: earlier === 'nothing' ? null : `${daysIn(days)}d`,
      ...(earlier === 'quiet' && { alarmsFrom: at.toISOString() }),
    };
    await perform(saveSetting, deps, actor, { section: 'source', name, value, version: there.version, begin: true });
  },
});

function daysIn(written: string): number {
  const days = /^[1-9]\d{0,2}$/.test(written) ? Number(written) : 0;
  if (days < 1 || days > MOST_DAYS) throw wrongFields({ days: written === '' ? 'missing' : 'wrong' });
  return days;
}
