import type { Handler } from 'hono';
import { todayIn } from '../../../response/index.ts';
import { careList } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { can, page, type WebEnv } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { CareListView } from './list-view.tsx';

const ON_A_PAGE = 50;
const LAST_PAGE = 2000;

/** Cases in which something is left to do for the person concerned. A number and a day, nothing of the mails. */
export const showCareList =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const today = todayIn(deps.company.timeZone, deps.now());
    const asked = Number(/^\d{1,4}$/.exec(c.req.query('page') ?? '')?.[0] ?? 1);
    const number = Math.min(Math.max(asked, 1), LAST_PAGE);
    const slice = { today, limit: ON_A_PAGE + 1, offset: (number - 1) * ON_A_PAGE };
    const found = await careList(deps.db, slice, visibilityOf(c));
    return page(
      c,
      deps,
      { title: messages.care.title, section: 'care' },
      <CareListView
        messages={messages}
        clock={c.get('clock')}
        today={today}
        cases={found.slice(0, ON_A_PAGE)}
        mayAsk={can(c, 'experts.manage')}
        page={number}
        more={found.length > ON_A_PAGE}
        mayTemplates={can(c, 'letters.templates')}
        mayTimelines={can(c, 'timelines.read')}
      />,
    );
  };
