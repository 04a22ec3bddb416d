import type { Handler } from 'hono';
import { knowingFor } from '../../../actions/index.ts';
import { ACTS } from '../../../detect/index.ts';
import { type FrontDeps, policyInForce } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { page, type WebEnv } from '../shell/page.tsx';
import { KnowingView } from './view.tsx';

/** Who has read what. */
export const showKnowing =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const policy = await policyInForce(deps, c.get('language'));
    const people = await knowingFor(deps, actorOf(c, deps), policy);
    return page(
      c,
      deps,
      { title: messages.knowing.who, section: 'policy', here: '/knowing' },
      <KnowingView
        messages={messages}
        clock={c.get('clock')}
        people={people}
        hasPolicy={policy.kind === 'own'}
        lessons={ACTS.length}
      />,
    );
  };
