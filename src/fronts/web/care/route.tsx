import type { Handler } from 'hono';
import { type CareChange, Refusal, recordCare } from '../../../actions/index.ts';
import { todayIn } from '../../../response/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import { recusedPage } from '../cases/recusal.tsx';
import { caseTabUrl } from '../cases/tabs.tsx';
import { actorOf } from '../shell/actor.ts';
import { first, valuesOf } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import type { WebEnv } from '../shell/page.tsx';
import { readChange } from './form.ts';
import { careCard } from './section.tsx';

/** Writes one point, day or note down and shows the case again, or the list in which it was tapped. */
export const saveCare =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const read = readChange(values, todayIn(deps.company.timeZone, deps.now()), c.get('messages'));
    if ('error' in read) {
      const care = await careCard(c, deps, caseIdOf(c), { values, error: read.error });
      return casePage(c, deps, { status: 400, tab: 'response', came: { care } });
    }
    try {
      await recordCare(deps, actorOf(c, deps), caseIdOf(c), read.change);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'recused') return recusedPage(c, deps);
      throw error;
    }
    if (first(values, 'from') === 'tasks') return c.redirect('/?tab=tasks&saved=1', 303);
    return c.redirect(`${caseTabUrl(caseIdOf(c), 'response', { saved: 'care' })}#${placeOf(read.change)}`, 303);
  };

/** Where the page goes on reading. */
const placeOf = (change: CareChange): string => {
  switch (change.kind) {
    case 'point':
      return change.point;
    case 'plan':
    case 'asked':
      return 'days';
    case 'recurrence':
      return 'recurrence';
  }
};
