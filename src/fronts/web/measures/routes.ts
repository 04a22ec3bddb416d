import type { Hono } from 'hono';
import type { FrontDeps } from '../../shared/index.ts';
import { saveEscalation, showRules } from '../escalation/route.tsx';
import { saveMeasureRules } from '../measure-rules/route.tsx';
import { mountObjections } from '../objections/page.tsx';
import { saveDemandAnswer } from '../repeats/route.ts';
import type { WebEnv } from '../shell/page.tsx';
import { mountCaseMeasures } from './route.tsx';

/** By when people act and answer, and what is done against the other side: under rules of the company. */
export function measureRoutes(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.get('/escalation', showRules(deps));
  app.post('/escalation', saveEscalation(deps));
  app.post('/measures/rules', saveMeasureRules(deps));
  mountCaseMeasures(app, deps);
  app.post('/cases/:id/demand-answers', saveDemandAnswer(deps));
  mountObjections(app, deps);
}
