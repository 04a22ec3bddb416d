import type { Hono } from 'hono';
import type { FrontDeps } from '../../shared/index.ts';
import { mountCooperation } from '../cooperation/page.tsx';
import { showDeadlines } from '../deadlines/route.tsx';
import { saveEscalation, showEscalation } from '../escalation/route.tsx';
import { saveMeasureRules, showMeasureRules } from '../measure-rules/route.tsx';
import { mountObjections } from '../objections/route.tsx';
import { saveDemandAnswer } from '../repeats/route.ts';
import type { WebEnv } from '../shell/page.tsx';
import { showMeasureList } from './list-route.tsx';
import { decideProposal, lift, propose, showMeasures } from './route.tsx';

/** By when people act and answer, and what is done against the other side: under rules of the company. */
export function measureRoutes(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.get('/deadlines', showDeadlines(deps));
  app.get('/escalation', showEscalation(deps));
  app.post('/escalation', saveEscalation(deps));
  app.get('/measures', showMeasureList(deps));
  app.get('/measures/rules', showMeasureRules(deps));
  app.post('/measures/rules', saveMeasureRules(deps));
  app.get('/cases/:id/measures', showMeasures(deps));
  app.post('/cases/:id/measures', propose(deps));
  app.post('/cases/:id/measures/:measure/outcome', decideProposal(deps));
  app.post('/cases/:id/measures/:measure/lift', lift(deps));
  app.post('/cases/:id/demand-answers', saveDemandAnswer(deps));
  mountObjections(app, deps);
  mountCooperation(app, deps);
}
