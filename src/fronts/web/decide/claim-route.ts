import type { Handler } from 'hono';
import { claimCase, claimNext, declineCase, releaseCase, skipCase } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { todayOf } from '../account/today.ts';
import { mayBeServed } from '../cases/recusal.tsx';
import { entryOf } from '../shell/actor.ts';
import { idOf } from '../shell/id-of.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';
import { reviewerOf } from '../shell/reviewer.ts';

/** Goes on with the next case, or to the list when none is free. `after` names the case that was just decided. */
export async function goOn(c: WebContext, deps: FrontDeps, after: string | null): Promise<Response> {
  const { workload, cap } = await todayOf(c, deps);
  if (workload < cap) return serveNext(c, deps, after);
  return c.redirect(after === null ? '/rest' : `/rest?${new URLSearchParams({ after })}`, 303);
}

async function serveNext(c: WebContext, deps: FrontDeps, after: string | null): Promise<Response> {
  const next = await claimNext(deps.db, reviewerOf(c), deps.now(), mayBeServed(c, deps));
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
  ({ db, now }: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const reviewer = reviewerOf(c);
    const held = await claimCase(db, idOf(c), reviewer, now());
    return c.body(null, held?.person === reviewer.id ? 204 : 409);
  };

export const leave =
  ({ db }: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    await releaseCase(db, idOf(c), reviewerOf(c).id);
    return c.redirect('/', 303);
  };

/** Nobody has to say why. */
export const skip =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    await deps.audit.during(
      (tx) => skipCase(tx, idOf(c), reviewerOf(c), deps.now()),
      (skipped) => (skipped ? entryOf(c, deps, 'case.skip', `case/${idOf(c)}`) : null),
    );
    return goOn(c, deps, null);
  };

/** Nobody has to say why, and nobody else learns of it. Whoever declines is not pressed to go on with the next one. */
export const decline =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const declined = await deps.audit.during(
      (tx) => declineCase(tx, idOf(c), reviewerOf(c), deps.now()),
      (done) => (done ? entryOf(c, deps, 'case.skip', `case/${idOf(c)}`) : null),
    );
    return declined ? c.redirect('/?declined=1', 303) : c.notFound();
  };
