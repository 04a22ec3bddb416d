import type { Handler } from 'hono';
import type { DeskDeps } from '../../shared/deps.ts';
import { namesAtDesk } from '../consultations/hand-in-route.tsx';
import { type DeskEnv, page } from '../shell/page.tsx';
import { PolicyView } from './view.tsx';

/** What the company's policy covers, everyone's rights, and the ways to ask for help. */
export const showPolicy =
  (deps: DeskDeps): Handler<DeskEnv> =>
  async (c) => {
    const words = c.get('words');
    const policy = await deps.policy(c.get('language'));
    const view = <PolicyView words={words} policy={policy} desk={await namesAtDesk(deps)} />;
    return page(c, deps, { title: words.policy.title, section: 'policy' }, view);
  };
