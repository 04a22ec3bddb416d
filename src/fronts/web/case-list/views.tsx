import { type CaseCounts, countLate, totalOf, unseenMentions } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import type { Messages } from '../shell/messages.ts';
import { can, type WebContext } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { isDecidedTab, MOST_COUNTED, type Tab, tabFilter } from './query.ts';

const VIEWS = ['all', 'mine', 'tasks', 'decided', 'worry'] as const;
export type View = (typeof VIEWS)[number];

const PATHS: Readonly<Record<View, string>> = {
  all: '/',
  mine: '/?tab=mine',
  tasks: '/?tab=tasks',
  decided: '/?tab=approved',
  worry: '/?tab=worry',
};

/** The view that a tab belongs to. */
export const viewOf = (tab: Tab): View =>
  tab === 'mine' || tab === 'worry' ? tab : isDecidedTab(tab) ? 'decided' : 'all';

/** How much each view has; of care and deadlines what is late alone. Null: not counted, or not for whoever looks. */
export type ViewCounts = Readonly<Record<View, number | null>>;

/**
 * Counted whatever narrows a list.
 *
 * @param open all open cases, as `countCases` tells
 */
export async function viewCounts(c: WebContext, deps: FrontDeps, open: CaseCounts): Promise<ViewCounts> {
  const { db } = deps;
  const visibility = visibilityOf(c);
  const { id: person, roles } = c.get('person')!;
  const count = (tab: 'mine' | 'worry') => totalOf(db, tabFilter(tab, person), visibility, MOST_COUNTED);
  const mentions = await unseenMentions(db, { person, seesConfidential: roles.includes('desk') });
  return {
    all: Object.values(open).reduce((sum, n) => sum + n, 0),
    mine: (await count('mine')) + mentions,
    tasks: can(c, 'cases.decide') ? await countLate(db, deps.now(), visibility) : null,
    decided: null,
    worry: await count('worry'),
  };
}

interface ViewsProps {
  readonly messages: Messages;
  readonly current: View;
  readonly counts: ViewCounts;
}

/** The ways to look at the cases. */
export function Views({ messages: { listViews: say }, current, counts }: ViewsProps) {
  return (
    <nav class="tabs views" aria-label={say.label}>
      <ul>
        {VIEWS.map((view) => (
          <li>
            <a id={`view-${view}`} href={PATHS[view]} aria-current={view === current ? 'page' : undefined}>
              {say[view]}
              {counts[view] !== null && (view !== 'tasks' || counts[view] > 0) && (
                <span
                  class={view === 'tasks' ? 'count unseen' : 'count'}
                  title={view === 'tasks' ? say.late(counts[view]) : undefined}
                >
                  {counts[view]}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
