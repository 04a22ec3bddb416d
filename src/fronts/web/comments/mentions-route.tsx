import type { Handler } from 'hono';
import type { Child } from 'hono/jsx';
import { seeMentions } from '../../../actions/index.ts';
import { mentionsOf } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { shownTo } from '../case-list/hiding.ts';
import { actorOf } from '../shell/actor.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { Mentions } from './mentions.tsx';

/** Most that stand above one's own cases, the newest first. */
const MOST = 50;

/** Comments that mention whoever looks: on which case, by whom and when, nothing of what they say. Null: nobody did. */
export async function mentionsCard(c: WebContext, deps: FrontDeps): Promise<Child> {
  const found = await mentionsOf(
    deps.db,
    { limit: MOST, offset: 0 },
    { person: c.get('person')!.id, ...visibilityOf(c) },
  );
  if (found.length === 0) return null;
  const { cases: mentions, isHidden } = await shownTo(c, deps, found);
  const common = { messages: c.get('messages'), clock: c.get('clock'), now: deps.now() };
  return <Mentions {...common} mentions={mentions} isHidden={isHidden} />;
}

export const mentionsSeen =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    await seeMentions(deps, actorOf(c, deps));
    return c.redirect('/?tab=mine', 303);
  };
