import type { Hono } from 'hono';
import type { FrontDeps } from '../../shared/index.ts';
import type { WebEnv } from '../shell/page.tsx';
import { showAgreement } from './agreement-route.tsx';
import { answerSpotRead, showReading, showSpot, startReading } from './read-route.tsx';
import { showMissed } from './route.tsx';

/** What was missed, and how far people agree. */
export function mountSpotChecks(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.get('/missed', showMissed(deps));
  app.get('/missed/agreement', showAgreement(deps));
  app.get('/missed/read', showReading(deps));
  app.post('/missed/read', startReading(deps));
  app.get('/missed/read/:spot', showSpot(deps));
  app.post('/missed/read/:spot', answerSpotRead(deps));
}
