import type { Hono } from 'hono';
import {
  approve,
  assign,
  decline,
  dismiss,
  handOver,
  hold,
  reopen,
  seeTakeovers,
  skip,
  takeOver,
  undoPassOn,
} from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { onAct } from '../shell/acts/route.ts';
import { first, type Values } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';
import { goOn, leave, renew, startNext } from './claim-route.ts';
import { approvalIn, misfiresIn, recipientIn } from './form.ts';
import { ON_CASE } from './refused.ts';
import { dismissSimilar } from './similar-route.tsx';

/** Deciding a case, or leaving it to others. After a decision the next case follows. */
export function mountDeciding(app: Hono<WebEnv>, deps: FrontDeps): void {
  const next = (c: WebContext) => goOn(c, deps, caseIdOf(c));
  onAct(app, deps, approve, { ...ON_CASE, read: approvalIn, back: next });
  onAct(app, deps, dismiss, { ...ON_CASE, read: misfiresIn, back: next });
  onAct(app, deps, handOver, { ...ON_CASE, read: recipientIn, back: next });
  onAct(app, deps, reopen, { ...ON_CASE, back: '/cases/:id' });
  const read = (values: Values) => ({ hold: first(values, 'hold') === 'on' });
  onAct(app, deps, hold, { ...ON_CASE, read, back: '/cases/:id#hold' });
  const chosen = (values: Values) => {
    const to = first(values, 'to');
    return { to: to === 'nobody' ? null : to };
  };
  onAct(app, deps, assign, { ...ON_CASE, read: chosen, back: '/cases/:id#assign' });
  onAct(app, deps, takeOver, { ...ON_CASE, back: '/cases/:id' });
  onAct(app, deps, skip, { ...ON_CASE, back: (c) => goOn(c, deps, null) });
  onAct(app, deps, decline, { ...ON_CASE, back: '/?declined=:id' }); // nobody is pressed to go on with the next one
  onAct(app, deps, undoPassOn, { ...ON_CASE, back: '/cases/:id' });
  app.post('/next', startNext(deps));
  app.post('/cases/:id/claim', renew(deps));
  app.post('/cases/:id/leave', leave(deps));
  app.post('/takeovers/seen', async (c) => {
    await seeTakeovers(deps, actorOf(c, deps));
    return c.redirect('/', 303);
  });
  app.post('/cases/:id/similar', dismissSimilar(deps));
}
