import type { Hono } from 'hono';
import { askForPastCases, steerPast } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { onAct } from '../shell/acts/route.ts';
import { first } from '../shell/form-values.ts';
import type { WebEnv } from '../shell/page.tsx';
import { compareDraft } from './draft-route.tsx';
import { mountBegin } from './list-route.tsx';
import { runPageOf, showRun } from './run-route.tsx';
import { mountThresholds } from './thresholds-route.tsx';

/** Readings of the past: what other dictionaries would have found, and what a mailbox would bring. */
export function pastRunRoutes(app: Hono<WebEnv>, deps: FrontDeps): void {
  mountBegin(app, deps);
  app.post('/past/draft', compareDraft(deps));
  app.get('/past/:run', showRun(deps));
  onAct(app, deps, steerPast, {
    back: '/past/:run', // one that is over stays so
    show: (c) => runPageOf(c, deps, { status: 400 }),
  });
  onAct(app, deps, askForPastCases, {
    back: async (c, _, asked, sent) =>
      asked
        ? c.redirect(`/past/${first(sent, 'run')}?asked=1`, 303)
        : runPageOf(c, deps, { complaint: c.get('messages').pastRuns.later.refused, status: 409 }),
    show: (c) => runPageOf(c, deps, { status: 400 }),
  });
  mountThresholds(app, deps);
}
