import type { Handler } from 'hono';
import { claim, claimNext, Refusal, release } from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import { liveClaim } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { todayOf } from '../account/today.ts';
import { actorOf } from '../shell/actor.ts';
import { caseIdOf } from '../shell/id-of.ts';
import { inertLine } from '../shell/inert.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';

/** Goes on with the next case, or to the list when none is free. `after` names the case that was just decided. */
export async function goOn(c: WebContext, deps: FrontDeps, after: CaseId | null): Promise<Response> {
  const { workload, cap } = await todayOf(c, deps);
  if (workload < cap) return serveNext(c, deps, after);
  return c.redirect(`/?${new URLSearchParams({ rest: '1', ...(after === null ? {} : { after }) })}`, 303);
}

async function serveNext(c: WebContext, deps: FrontDeps, after: CaseId | null): Promise<Response> {
  const next = await claimNext(deps, actorOf(c, deps));
  const path = next === null ? '/' : `/cases/${next}`;
  const query = new URLSearchParams(after === null ? (next === null ? { none: '1' } : {}) : { after });
  return c.redirect(query.size === 0 ? path : `${path}?${query}`, 303);
}

/** Whoever has seen enough for a day says that they want to go on anyway. */
export const startNext =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) =>
    (await c.req.parseBody()).anyway === '1' ? serveNext(c, deps, null) : goOn(c, deps, null);

/** Asked by the script of an open page while someone looks at it. 409: someone else is at the case, or it is decided. */
export const renew =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    try {
      await claim(deps, actorOf(c, deps), caseIdOf(c));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === 'recused') return c.body(null, 403);
      const held = await liveClaim(deps.db, caseIdOf(c), deps.now());
      return c.text(held === null ? '' : c.get('messages').claim.lostTo(inertLine(held.name, 100)), 409);
    }
    return c.body(null, 204);
  };

export const leave =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    await release(deps, actorOf(c, deps), caseIdOf(c));
    return c.redirect('/', 303);
  };
