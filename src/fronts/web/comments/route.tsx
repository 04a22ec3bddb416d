import type { Hono } from 'hono';
import { comment } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import { statusOf } from '../shell/acts/form.tsx';
import { onAct } from '../shell/acts/route.ts';
import type { WebEnv } from '../shell/page.tsx';
import { mentionsSeen } from './mentions-route.tsx';

/** Comments, and whom they name. */
export function mountComments(app: Hono<WebEnv>, deps: FrontDeps): void {
  onAct(app, deps, comment, {
    back: '/cases/:id?tab=body#history',
    show: (c, _, tried) => casePage(c, deps, { status: statusOf(tried), comment: tried }),
  });
  app.post('/mentions/seen', mentionsSeen(deps));
}
