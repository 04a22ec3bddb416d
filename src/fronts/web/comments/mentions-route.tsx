import type { Handler } from 'hono';
import { seeMentions } from '../../../actions/index.ts';
import { mentionsOf } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { shownTo } from '../case-list/hiding.ts';
import { actorOf } from '../shell/actor.ts';
import { page, type WebEnv } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { MentionsView } from './mentions.tsx';

const ON_A_PAGE = 50;
const LAST_PAGE = 2000;

/** Comments that mention whoever looks: on which case, by whom and when, nothing of what they say. */
export const showMentions =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const person = c.get('person')!;
    const messages = c.get('messages');
    const asked = Number(/^\d{1,4}$/.exec(c.req.query('page') ?? '')?.[0] ?? 1);
    const number = Math.min(Math.max(asked, 1), LAST_PAGE);
    const slice = { limit: ON_A_PAGE + 1, offset: (number - 1) * ON_A_PAGE };
    const found = await mentionsOf(deps.db, slice, { person: person.id, ...visibilityOf(c) });
    const { cases: mentions, isHidden } = await shownTo(c, deps, found.slice(0, ON_A_PAGE));
    return page(
      c,
      deps,
      { title: messages.mentions.title, section: 'mentions' },
      <MentionsView
        messages={messages}
        clock={c.get('clock')}
        now={deps.now()}
        mentions={mentions}
        isHidden={isHidden}
        page={number}
        more={found.length > ON_A_PAGE}
      />,
    );
  };

export const mentionsSeen =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    await seeMentions(deps, actorOf(c, deps));
    return c.redirect('/mentions', 303);
  };
