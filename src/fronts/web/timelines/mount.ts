import type { Hono } from 'hono';
import type { FrontDeps } from '../../shared/index.ts';
import type { WebEnv } from '../shell/page.tsx';
import { decideOwnConsent, exportOwnTimeline, showOwnTimeline } from './own-route.tsx';
import { decideConsent, exportPersonTimeline, nameCase, showTimeline, showTimelines } from './route.tsx';

/** What one person met: for themselves, and for the consultation desk. */
export function mountTimelines(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.get('/my-timeline', showOwnTimeline(deps));
  app.get('/my-timeline/export', exportOwnTimeline(deps));
  app.post('/my-timeline/consent', decideOwnConsent(deps));
  app.get('/timelines', showTimelines(deps));
  app.get('/timelines/:person', showTimeline(deps));
  app.get('/timelines/:person/export', exportPersonTimeline(deps));
  app.post('/timelines/:person/consent', decideConsent(deps));
  app.post('/timelines/:person/cases', nameCase(deps));
}
