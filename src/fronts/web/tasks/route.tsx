import { countCases } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { viewCounts } from '../case-list/views.tsx';
import { page, type WebContext } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { tasksFor } from './query.ts';
import { TasksView } from './view.tsx';

/** Care and deadlines: a row is something to do, not a case. */
export async function showTasks(c: WebContext, deps: FrontDeps): Promise<Response> {
  const messages = c.get('messages');
  return page(
    c,
    deps,
    { title: messages.tasks.title, section: 'cases' },
    <TasksView
      messages={messages}
      clock={c.get('clock')}
      counts={await viewCounts(c, deps, await countCases(deps.db, visibilityOf(c)))}
      saved={c.req.query('saved') === '1'}
      {...(await tasksFor(c, deps))}
    />,
  );
}
