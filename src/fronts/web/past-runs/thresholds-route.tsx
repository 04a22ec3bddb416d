import type { Handler } from 'hono';
import { Refusal, setThresholds, takeThresholdsBack as takeBack } from '../../../actions/index.ts';
import { parseChangeId, parsePastRunId } from '../../../cases/index.ts';
import { loadPastRun, type PastRun } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { text } from '../shell/form-values.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';
import { budgetIn, runPage } from './run-route.tsx';

/** Puts the thresholds in force that a trial proposes: what somebody has looked at, and no others. */
export const applyThresholds =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const run = await runOf(c, deps);
    if (run === null) return c.notFound();
    const body = await c.req.parseBody();
    const asked = text(body.budget, 20);
    const budget = budgetIn(asked);
    const say = c.get('messages').pastRuns;
    if (budget === null) return runPage(c, deps, run, { complaint: say.budgetWrong, status: 400, budget: asked });
    return refusedAs(c, deps, run, asked, async () => {
      const change = await setThresholds(deps, actorOf(c, deps), {
        run: run.id,
        budget,
        base: text(body.base, 100),
        reason: text(body.reason, 500).trim(),
      });
      if (change === null)
        return runPage(c, deps, run, { complaint: say.noProposal(asked), status: 409, budget: asked });
      return c.redirect(`/past/${run.id}?applied=1`, 303);
    });
  };

/** Sets them back to what they were before. */
export const takeThresholdsBack =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const run = await runOf(c, deps);
    const id = parseChangeId(c.req.param('change') ?? '');
    if (run === null || id === null) return c.notFound();
    return refusedAs(c, deps, run, '', async () => {
      await takeBack(deps, actorOf(c, deps), id);
      return c.redirect(`/past/${run.id}?reverted=1`, 303);
    });
  };

async function runOf(c: WebContext, deps: FrontDeps): Promise<PastRun | null> {
  const id = parsePastRunId(c.req.param('run') ?? '');
  return id && (await loadPastRun(deps.db, id));
}

async function refusedAs(
  c: WebContext,
  deps: FrontDeps,
  run: PastRun,
  budget: string,
  act: () => Promise<Response>,
): Promise<Response> {
  const say = c.get('messages').pastRuns;
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    switch (error.reason.code) {
      case 'no-such-change':
        return c.notFound();
      case 'entry-changed':
        return runPage(c, deps, run, { complaint: say.conflict, status: 409, budget });
      default:
        throw error;
    }
  }
}
