import type { Handler } from 'hono';
import { consultationDesk } from '../../../actions/index.ts';
import { hasUnreadAnswer } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { page, type WebEnv } from '../shell/page.tsx';
import { PolicyView } from './view.tsx';

/** What the company's policy covers, everyone's rights, and the ways to ask for help. */
export const showPolicy =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const policy = await deps.policy(c.get('language'));
    const view = (
      <PolicyView
        messages={messages}
        policy={policy}
        desk={await consultationDesk(deps)}
        answered={await hasUnreadAnswer(deps.db, c.get('person')!.id)}
      />
    );
    return page(c, deps, { title: messages.policy.title, section: 'policy' }, view);
  };
