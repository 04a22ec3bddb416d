import type { Hono } from 'hono';
import { noteDemandAnswer } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import { mountRules } from '../escalation/rules-frame.tsx';
import { rulesPage } from '../escalation/rules-page.tsx';
import { mountObjections } from '../objections/page.tsx';
import { onAct } from '../shell/acts/route.ts';
import type { WebEnv } from '../shell/page.tsx';
import { mountCaseMeasures } from './route.tsx';

/** By when people act and answer, and what is done against the other side: under rules of the company. */
export function measureRoutes(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.get('/escalation', (c) => rulesPage(c, deps, null));
  mountRules(app, deps, rulesPage);
  mountCaseMeasures(app, deps);
  onAct(app, deps, noteDemandAnswer, {
    back: '/cases/:id#repeats',
    show(c) {
      const conflict = c.get('messages').repeats.answer.fields.day.wrong;
      return casePage(c, deps, { status: 400, conflict });
    },
  });
  mountObjections(app, deps);
}
