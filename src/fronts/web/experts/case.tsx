import type { Hono } from 'hono';
import { askExpert, noteExpertAnswer } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import { statusOf, type Tried } from '../shell/acts/form.tsx';
import { onAct } from '../shell/acts/route.ts';
import { caseIdOf } from '../shell/id-of.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';
import { expertsCard } from './case-section.tsx';

/** What experts were asked about a case, and what they answered: in its tab. */
export function mountCaseExperts(app: Hono<WebEnv>, deps: FrontDeps): void {
  const show = async (c: WebContext, _: FrontDeps, tried: Tried) => {
    const experts = await expertsCard(c, deps, caseIdOf(c), tried);
    return casePage(c, deps, { status: statusOf(tried), tab: 'response', came: { experts } });
  };
  const course = { back: '/cases/:id?tab=response&saved=experts#experts', show };
  onAct(app, deps, askExpert, course);
  onAct(app, deps, noteExpertAnswer, course);
}
