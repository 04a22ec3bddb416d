import type { Handler } from 'hono';
import type { DeskDeps } from '../deps.ts';
import { type DeskEnv, page } from '../page.tsx';
import { PolicyView } from '../views/policy.tsx';
import { namesAtDesk } from './hand-in.tsx';

/** What the company's policy covers, everyone's rights, and the ways to ask for help. */
export const showPolicy =
  (deps: DeskDeps): Handler<DeskEnv> =>
  async (c) => {
    const words = c.get('words');
    const policy = await deps.policy(c.get('language'));
    const view = <PolicyView words={words} policy={policy} desk={await namesAtDesk(deps)} />;
    return page(c, deps, { title: words.policy.title, section: 'policy' }, view);
  };
