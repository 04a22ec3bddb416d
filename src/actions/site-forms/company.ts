import type { ActionDeps } from '../deps.ts';
import { type ActDeps, course, perform } from '../kernel/act.ts';
import { line, text } from '../kernel/ask.ts';
import { saveSetting } from '../site-settings/save.ts';
import { saying } from './channels.ts';

type Deps = ActDeps & Pick<ActionDeps, 'audit' | 'settings'>;

/** Who the company is: the name in its letters, its own addresses, its clock. @throws Refusal `wrong-fields`, `set-in-file` */
export const saveCompany = course({
  path: '/company',
  right: 'settings.manage',
  ask: { company: line(200), addresses: text(4000, 'maybe'), timeZone: line(60) },
  async run(deps: Deps, { company: name, addresses, timeZone }, { actor }): Promise<void> {
    const there = (await deps.settings.list()).find(({ section }) => section === 'company');
    const own = addresses.split(/[\s,、]+/).filter(Boolean);
    const value = { ...(there?.value as object | undefined), name, addresses: own, timeZone };
    await saying({ name: 'company' }, () =>
      perform(saveSetting, deps, actor, { section: 'company', name: '', value, version: there?.version ?? 0 }),
    );
  },
});

/** How many days what is kept. @throws Refusal `wrong-fields`, `set-in-file` */
export const saveRetention = course({
  path: '/company/retention',
  right: 'settings.manage',
  ask: {
    approvedDays: line(5),
    dismissedDays: line(5),
    reportDays: line(5),
    registerDays: line(5),
    greyDays: line(5),
    unopenedDays: line(5),
    verdictDays: line(5),
  },
  async run(deps: Deps, days, { actor }): Promise<void> {
    const there = (await deps.settings.list()).find(({ section }) => section === 'retention');
    const value = Object.fromEntries(Object.entries(days).map(([name, written]) => [name, Number(written)]));
    await saying({}, () =>
      perform(saveSetting, deps, actor, { section: 'retention', name: '', value, version: there?.version ?? 0 }),
    );
  },
});
