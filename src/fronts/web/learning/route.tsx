import type { Handler } from 'hono';
import { Refusal, switchLearning, unlearn, unlearnAll } from '../../../actions/index.ts';
import { parseCaseId } from '../../../cases/index.ts';
import { listTaught, siteLearningNow, siteVersions } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { text } from '../shell/fields.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { LearningView } from './view.tsx';

const PAGE_SIZE = 50;
const VERSIONS = 20;

/** What was learned here. */
export const showLearning =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    learningPage(c, deps, null);

async function learningPage(c: WebContext, deps: FrontDeps, complaint: string | null): Promise<Response> {
  const messages = c.get('messages');
  const at = /^[1-9]\d{0,4}$/.test(c.req.query('page') ?? '') ? Number(c.req.query('page')) : 1;
  const rows = await listTaught(deps.db, { limit: PAGE_SIZE + 1, offset: (at - 1) * PAGE_SIZE });
  return page(
    c,
    deps,
    {
      title: messages.learning.title,
      section: 'dictionaries',
      status: complaint === null ? 200 : 400,
      here: '/dictionaries/learning',
    },
    <LearningView
      messages={messages}
      clock={c.get('clock')}
      state={await siteLearningNow(deps.db, deps.learns)}
      versions={await siteVersions(deps.db, { limit: VERSIONS })}
      taught={rows.slice(0, PAGE_SIZE)}
      at={at}
      more={rows.length > PAGE_SIZE}
      mayWrite={can(c, 'dictionaries.write')}
      mayReadCases={can(c, 'cases.read')}
      notice={noticeOf(c)}
      complaint={complaint}
    />,
  );
}

/** What was done a moment ago, as the address says. */
function noticeOf(c: WebContext): string | null {
  const say = c.get('messages').learning;
  const unlearned = parseCaseId(c.req.query('unlearned') ?? '');
  if (unlearned !== null) return say.unlearned(unlearned);
  switch (c.req.query('done')) {
    case 'on':
      return say.switched.on;
    case 'off':
      return say.switched.off;
    case 'nothing':
      return say.allForgotten;
    default:
      return null;
  }
}

/** Begins or ends learning, or forgets all of it. */
export const setLearning =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const body = await c.req.parseBody();
    const to = text(body.to, 20);
    switch (to) {
      case 'on':
      case 'off':
        await switchLearning(deps, actorOf(c, deps), to === 'on');
        break;
      case 'nothing':
        if (text(body.sure, 5) !== '1') return learningPage(c, deps, c.get('messages').learning.forgetTick);
        await unlearnAll(deps, actorOf(c, deps), deps.learns);
        break;
      default:
        return c.notFound();
    }
    return c.redirect(`/dictionaries/learning?done=${to}`, 303);
  };

/** Has one decision forgotten. */
export const forgetDecision =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const id = parseCaseId(c.req.param('taught') ?? '');
    if (id === null) return c.notFound();
    try {
      await unlearn(deps, actorOf(c, deps), id);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'no-such-case') return c.notFound();
      throw error;
    }
    return c.redirect(`/dictionaries/learning?unlearned=${id}`, 303);
  };
