import type { MiddlewareHandler } from 'hono';
import { admit, Refusal } from '../../../actions/index.ts';
import { type CaseId, parseCaseId } from '../../../cases/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { RecusedView } from './recused-view.tsx';

/** These let go of a case without showing it. */
const LETTING_GO = ['leave', 'skip', 'decline', 'undecline'];

/** These are actions, which ask by themselves. */
const ASKING = ['claim', 'take-over', 'assign', 'approve', 'dismiss', 'hand-over', 'reopen', 'hold'];

const UNGUARDED = new Set([...LETTING_GO, ...ASKING]);

/** Keeps people who decide from whatever belongs to a case that speaks of them: its page, its files, its near-duplicates. */
export const recuse =
  (deps: FrontDeps): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    c.set('admitted', null);
    const [, named, way] = /^\/cases\/([^/]+)(?:\/([^/]+))?/.exec(c.req.path) ?? [];
    const id = parseCaseId(named ?? '');
    if (id === null || UNGUARDED.has(way ?? '') || !can(c, 'cases.decide')) return next();
    return (await turnedAway(c, deps, id)) ?? next();
  };

/** The page for someone who is recused from a case, null for everyone else: they are admitted, if there is such a case. */
export async function turnedAway(c: WebContext, deps: FrontDeps, id: CaseId): Promise<Response | null> {
  try {
    c.set('admitted', await admit(deps, actorOf(c, deps), id));
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code === 'recused' ? recusedPage(c, deps) : null;
  }
}

export function recusedPage(c: WebContext, deps: FrontDeps): Promise<Response> {
  const messages = c.get('messages');
  const options = { title: messages.recused.title, section: 'cases', status: 403, here: '/' } as const;
  return page(c, deps, options, <RecusedView messages={messages} />);
}
