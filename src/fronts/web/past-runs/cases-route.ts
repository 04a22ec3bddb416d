import type { Handler } from 'hono';
import { askForPastCases } from '../../../actions/index.ts';
import { parsePastRunId } from '../../../cases/index.ts';
import { loadPastRun } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import type { WebEnv } from '../shell/page.tsx';
import { runPage } from './run-route.tsx';

/** Has cases made of what a comparison found newly. */
export const askForCases =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const id = parsePastRunId(c.req.param('run') ?? '');
    const run = id && (await loadPastRun(deps.db, id));
    if (run === null) return c.notFound();
    const asked = await askForPastCases(deps, actorOf(c, deps), run.id);
    if (asked) return c.redirect(`/past/${run.id}?asked=1`, 303);
    return runPage(c, deps, run, { complaint: c.get('messages').pastRuns.later.refused, status: 409 });
  };
