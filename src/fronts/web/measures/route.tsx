import type { Hono } from 'hono';
import { decideMeasure, endMeasure, proposeMeasure, withdrawMeasure } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import type { Tried } from '../shell/acts/form.tsx';
import { onAct } from '../shell/acts/route.ts';
import { caseIdOf } from '../shell/id-of.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';
import { partsOf, SAYS } from './form.ts';
import { measuresCard } from './section.tsx';

/** The measures of a case, in its tab: what is in force, what waits, and the form for the next step. */
export function mountCaseMeasures(app: Hono<WebEnv>, deps: FrontDeps): void {
  const show = async (c: WebContext, _: FrontDeps, tried: Tried) => {
    const measures = await measuresCard(c, deps, caseIdOf(c), tried);
    return casePage(c, deps, { status: 400, tab: 'response', came: { measures } });
  };
  const course = { back: '/cases/:id?tab=response&saved=measures#measures-of-case', show, says: SAYS };
  onAct(app, deps, proposeMeasure, { ...course, read: partsOf });
  onAct(app, deps, decideMeasure, course);
  onAct(app, deps, withdrawMeasure, course);
  onAct(app, deps, endMeasure, course);
}
