import type { Handler } from 'hono';
import { noteDemandAnswer } from '../../../actions/index.ts';
import { todayIn } from '../../../response/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import { refusedPage } from '../decide/refused.ts';
import { actorOf } from '../shell/actor.ts';
import { valuesOf } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import type { WebEnv } from '../shell/page.tsx';
import { readAnswer } from './form.ts';

/** Writes down that a demand was answered. */
export const saveDemandAnswer =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const now = deps.now();
    const { timeZone } = deps.company;
    const read = readAnswer(values, { today: todayIn(timeZone, now), now, timeZone }, c.get('messages'));
    if ('error' in read) return casePage(c, deps, { status: 400, conflict: read.error });
    const id = caseIdOf(c);
    try {
      await noteDemandAnswer(deps, actorOf(c, deps), id, read.input);
    } catch (error) {
      return refusedPage(c, deps, error);
    }
    return c.redirect(`/cases/${id}#repeats`, 303);
  };
