import type { Hono } from 'hono';
import type { FrontDeps } from '../../shared/index.ts';
import type { WebEnv } from '../shell/page.tsx';
import { askForCases } from './cases-route.ts';
import { compareDraft } from './draft-route.tsx';
import { showPastRuns, startRun } from './list-route.tsx';
import { showRun, steerRun } from './run-route.tsx';
import { applyThresholds, takeThresholdsBack } from './thresholds-route.tsx';

/** Readings of the past: what other dictionaries would have found, and what a mailbox would bring. */
export function pastRunRoutes(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.get('/past', showPastRuns(deps));
  app.post('/past', startRun(deps));
  app.post('/past/draft', compareDraft(deps));
  app.get('/past/:run', showRun(deps));
  app.post('/past/:run/steer', steerRun(deps));
  app.post('/past/:run/cases', askForCases(deps));
  app.post('/past/:run/thresholds', applyThresholds(deps));
  app.post('/past/:run/thresholds/:change/revert', takeThresholdsBack(deps));
}
