import type { Hono } from 'hono';
import type { FrontDeps } from '../../shared/index.ts';
import type { WebEnv } from '../shell/page.tsx';
import { answerSpotRead, showReading, startReading } from './read-route.tsx';

/** Reading ordinary mails that were kept for it. */
export function mountSpotChecks(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.get('/missed/read', showReading(deps));
  app.post('/missed/read', startReading(deps));
  app.post('/missed/read/:spot', answerSpotRead(deps));
}
