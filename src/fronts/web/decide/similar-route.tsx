import type { Handler } from 'hono';
import { dismiss, dismissSimilar as dismissAlike, Refusal } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import { actorOf } from '../shell/actor.ts';
import { writtenIn } from '../shell/acts/written.ts';
import { valuesOf } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';
import { errorsOf, misfiresIn } from './form.ts';
import { type SimilarState, similarCard } from './similar-section.tsx';

/** Dismisses those that were left ticked. Only near-duplicates can be: the rest of what a form names is not looked at. */
export const dismissSimilar =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const { id: _, ...written } = writtenIn(dismiss, values, misfiresIn(values));
    try {
      const outcomes = await dismissAlike(deps, actorOf(c, deps), caseIdOf(c), values.case ?? [], written);
      return similarPage(c, deps, 200, { values: {}, done: { kind: 'dismiss', outcomes, at: deps.now(), query: '' } });
    } catch (error) {
      const errors = error instanceof Refusal ? errorsOf(error.reason, c.get('messages')) : null;
      if (errors === null) throw error;
      return similarPage(c, deps, 400, { values, errors });
    }
  };

async function similarPage(c: WebContext, deps: FrontDeps, status: 200 | 400, state: SimilarState): Promise<Response> {
  const similar = await similarCard(c, deps, caseIdOf(c), state);
  return casePage(c, deps, { status, tab: 'body', came: { similar } });
}
