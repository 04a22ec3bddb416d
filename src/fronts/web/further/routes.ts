import type { Hono } from 'hono';
import { join, seeAdded } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import type { Tried } from '../shell/acts/form.tsx';
import { onAct } from '../shell/acts/route.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';

/** What goes on after a case was decided: further mails that join it, and what else came to it. */
export function mountFurther(app: Hono<WebEnv>, deps: FrontDeps): void {
  onAct(app, deps, join, { back: '/cases/:into?tab=history&saved=merged', show: notJoined, says: ['not-merged'] });
  onAct(app, deps, seeAdded, { back: '/cases/:id', show: notSeen, says: ['not-there'] });
}

/** The case again, with why it stays as it is. */
function notJoined(c: WebContext, deps: FrontDeps, { reason }: Tried): Promise<Response> {
  const messages = c.get('messages');
  if (reason?.code !== 'not-merged') return casePage(c, deps, { status: 400, conflict: messages.fields.unsaved });
  const { notMerged, problems } = messages.caseFile;
  return casePage(c, deps, { status: 409, conflict: `${notMerged} ${problems[reason.problem]}` });
}

const notSeen = (c: WebContext, deps: FrontDeps): Promise<Response> =>
  casePage(c, deps, { status: 409, conflict: c.get('messages').further.gone });
