import type { Handler } from 'hono';
import type { FrontDeps } from '../../shared/index.ts';
import { afterOf } from '../cases/after-query.ts';
import { page, type WebEnv } from '../shell/page.tsx';
import { RestView } from './rest.tsx';
import { todayOf } from './today.ts';

/** Suggests a rest to whoever has seen enough for a day. It only suggests. */
export const showRest =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const today = await todayOf(c, deps);
    if (today.workload < today.cap) return c.redirect('/', 303);
    const messages = c.get('messages');
    const view = <RestView messages={messages} today={today} after={await afterOf(c, deps)} />;
    return page(c, deps, { title: messages.rest.title, section: 'cases' }, view);
  };
