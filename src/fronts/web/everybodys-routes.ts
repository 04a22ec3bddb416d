import type { Hono } from 'hono';
import { finishLesson, publishPolicy, readPolicy } from '../../actions/index.ts';
import type { FrontDeps } from '../shared/index.ts';
import { mountHandIn } from './consultations/hand-in-route.tsx';
import { mountConsultation, showConsultations } from './consultations/route.tsx';
import { mountDisclosures } from './disclosures/page.tsx';
import { checkDraft } from './draft/route.tsx';
import { mountCaseExperts } from './experts/case.tsx';
import { mountForwarded } from './forwarded/page.tsx';
import { answeredPage, answerWorked } from './lessons/route.tsx';
import { editPage } from './policy/edit-route.tsx';
import { showPolicy, showText } from './policy/route.tsx';
import { exportProof, showProof } from './proof/route.tsx';
import { onAct } from './shell/acts/route.ts';
import type { WebEnv } from './shell/page.tsx';
import { mountTimelines } from './timelines/route.tsx';

/** Asking for help, knowing the rules, and what the company has to show for it, experts outside among it. */
export function everybodysRoutes(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.get('/policy', showPolicy(deps));
  app.get('/reports', showConsultations(deps));
  mountHandIn(app, deps); // before those with an id
  mountConsultation(app, deps);
  onAct(app, deps, readPolicy, {
    show: showText,
    back: async (c, _, read) => c.redirect(`/policy?${read}=1#company`, 303),
  });
  app.get('/policy/edit', (c) => editPage(c, deps, null));
  onAct(app, deps, publishPolicy, { show: editPage, back: '/policy?published=1#versions' });
  onAct(app, deps, finishLesson, {
    show: (c) => answeredPage(c, deps, 'none'),
    back: (c, _, { right }) => answeredPage(c, deps, right ? 'right' : 'wrong'),
  });
  app.post('/lessons/:act/mails', answerWorked(deps));
  mountDisclosures(app, deps);
  app.get('/proof', showProof(deps));
  app.get('/proof/export', exportProof(deps));
  mountCaseExperts(app, deps);
  mountTimelines(app, deps);
  app.post('/draft', checkDraft(deps));
  mountForwarded(app, deps);
}
