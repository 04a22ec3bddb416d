import type { Handler } from 'hono';
import { type DecisionGap, dismissSimilar as dismissAlike, gapsIn, Refusal } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import { actorOf } from '../shell/actor.ts';
import { valuesOf } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';
import { gapErrors, readDismissal } from './form.ts';
import { refusedPage } from './refused.ts';
import { type SimilarState, similarCard } from './similar-section.tsx';

/** Dismisses those that were left ticked. Only near-duplicates can be: the rest of what a form names is not looked at. */
export const dismissSimilar =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const cases = values.case ?? [];
    const { input, errors } = readDismissal(values, messages);
    const again = async (gaps: readonly DecisionGap[]) =>
      similarPage(c, deps, 400, {
        values,
        errors: { ...errors, ...gapErrors(gaps, messages) },
      });
    if (Object.keys(errors).length > 0) return again(gapsIn(input, []));
    try {
      const outcomes = await dismissAlike(deps, actorOf(c, deps), caseIdOf(c), { ...input, cases });
      return similarPage(c, deps, 200, { values: {}, done: { kind: 'dismiss', outcomes, at: deps.now(), query: '' } });
    } catch (error) {
      if (error instanceof Refusal && error.reason.code === 'incomplete') return again(error.reason.missing);
      return refusedPage(c, deps, error);
    }
  };

async function similarPage(c: WebContext, deps: FrontDeps, status: 200 | 400, state: SimilarState): Promise<Response> {
  const similar = await similarCard(c, deps, caseIdOf(c), state);
  return casePage(c, deps, { status, tab: 'body', came: { similar } });
}
