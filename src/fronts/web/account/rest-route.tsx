import type { Handler } from 'hono';
import type { DeskDeps } from '../../shared/deps.ts';
import { afterOf } from '../cases/case-page.tsx';
import { type DeskEnv, page } from '../shell/page.tsx';
import { RestView } from './rest.tsx';
import { todayOf } from './today.ts';

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
