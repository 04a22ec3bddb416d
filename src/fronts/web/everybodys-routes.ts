import type { Hono } from 'hono';
import type { FrontDeps } from '../shared/index.ts';
import { handInIncident, handInMail, showHandIn } from './consultations/hand-in-route.tsx';
import { mountConsultation, showConsultations } from './consultations/route.tsx';
import { checkDraft } from './draft/route.tsx';
import { mountCaseExperts } from './experts/case.tsx';
import { mountForwarded } from './forwarded/page.tsx';
import { answerLesson, answerWorked } from './lessons/route.tsx';
import { publish, showEdit } from './policy/edit-route.tsx';
import { sayRead } from './policy/read-route.ts';
import { showPolicy } from './policy/route.tsx';
import { exportProof, showProof } from './proof/route.tsx';
import type { WebEnv } from './shell/page.tsx';
import { mountTimelines } from './timelines/route.tsx';

/** Asking for help, knowing the rules, and what the company has to show for it, experts outside among it. */
export function everybodysRoutes(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.get('/policy', showPolicy(deps));
  app.post('/hand-in/mail', handInMail(deps));
  app.post('/hand-in/incident', handInIncident(deps));
  app.get('/reports', showConsultations(deps));
  app.get('/reports/new', showHandIn(deps)); // before those with an id
  mountConsultation(app, deps);
  app.post('/policy/read', sayRead(deps));
  app.get('/policy/edit', showEdit(deps));
  app.post('/policy/edit', publish(deps));
  app.post('/lessons/:act', answerLesson(deps));
  app.post('/lessons/:act/mails', answerWorked(deps));
  app.get('/proof', showProof(deps));
  app.get('/proof/export', exportProof(deps));
  mountCaseExperts(app, deps);
  mountTimelines(app, deps);
  app.post('/draft', checkDraft(deps));
  mountForwarded(app, deps);
}
