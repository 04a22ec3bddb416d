import type { Handler } from 'hono';
import { afterOf } from '../case-page.tsx';
import type { DeskDeps } from '../deps.ts';
import { type DeskEnv, page } from '../page.tsx';
import { todayOf } from '../today.ts';
import { RestView } from '../views/rest.tsx';

/** Suggests a rest to whoever has seen enough for a day. It only suggests. */
export const showRest =
  (deps: DeskDeps): Handler<DeskEnv> =>
  async (c) => {
    const today = await todayOf(c, deps);
    if (today.burden < today.cap) return c.redirect('/', 303);
    const words = c.get('words');
    const view = <RestView words={words} today={today} after={await afterOf(c, deps)} />;
    return page(c, deps, { title: words.rest.title, section: 'cases' }, view);
  };
