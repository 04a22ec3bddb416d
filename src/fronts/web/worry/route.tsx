import type { Handler } from 'hono';
import type { FrontDeps } from '../../shared/index.ts';
import { page, type WebEnv } from '../shell/page.tsx';
import { WorryView } from './view.tsx';

/** What to do about a mail that is no harassment but must not vanish. The same for everybody, and nothing of any mail. */
export const showWorry =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) => {
    const messages = c.get('messages');
    return page(c, deps, { title: messages.worry.title, section: 'policy' }, <WorryView messages={messages} />);
  };
