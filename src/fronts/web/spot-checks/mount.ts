import type { Hono } from 'hono';
import { answerSpotCheck } from '../../../actions/index.ts';
import { parseSpotId } from '../../../cases/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { onAct } from '../shell/acts/route.ts';
import type { WebEnv } from '../shell/page.tsx';
import { afterSpot, showReading, spotPage, startReading } from './read-route.tsx';

/** Reading ordinary mails that were kept for it. */
export function mountSpotChecks(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.get('/missed/read', showReading(deps));
  app.post('/missed/read', startReading(deps));
  onAct(app, deps, answerSpotCheck, {
    back: afterSpot,
    show: (c) => spotPage(c, deps, parseSpotId(c.req.param('spot') ?? ''), true),
  });
}
