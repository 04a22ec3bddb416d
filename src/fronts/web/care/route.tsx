import type { Hono } from 'hono';
import { type CareDeed, nameConcerned, recordCare } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import { caseTabUrl } from '../cases/tabs.tsx';
import type { Tried } from '../shell/acts/form.tsx';
import { onAct } from '../shell/acts/route.ts';
import { chosen, first, type Values } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';
import { careCard } from './section.tsx';

/** Writes one point, day or note down and shows the case again, or the list in which it was tapped. */
export function mountCare(app: Hono<WebEnv>, deps: FrontDeps): void {
  const show = async (c: WebContext, _: FrontDeps, tried: Tried) => {
    const care = await careCard(c, deps, caseIdOf(c), tried);
    return casePage(c, deps, { status: 400, tab: 'response', came: { care } });
  };
  onAct(app, deps, recordCare, {
    async back(c, _, __, sent) {
      if (first(sent, 'from') === 'tasks') return c.redirect('/?tab=tasks&saved=1', 303);
      return c.redirect(`${caseTabUrl(caseIdOf(c), 'response', { saved: 'care' })}#${placeOf(sent)}`, 303);
    },
    show,
  });
  onAct(app, deps, nameConcerned, { back: '/cases/:id?tab=response&saved=care#concerned', show });
}

/** Where the page goes on reading. */
function placeOf(sent: Values): string {
  const places: Readonly<Record<CareDeed, string>> = {
    point: first(sent, 'point'),
    plan: 'days',
    asked: 'days',
    recurrence: 'recurrence',
  };
  return places[chosen(sent, 'do', Object.keys(places) as CareDeed[])!];
}
