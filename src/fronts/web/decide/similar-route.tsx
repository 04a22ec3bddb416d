import type { Handler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import {
  type DecisionGap,
  dismissSimilar as dismissAlike,
  gapsIn,
  Refusal,
  similarTo,
} from '../../../actions/index.ts';
import type { CaseSummary } from '../../../cases/index.ts';
import { caseSummary } from '../../../store/index.ts';
import { type FrontDeps, veiled } from '../../shared/index.ts';
import { actorOf, entryOf } from '../shell/actor.ts';
import { type Values, valuesOf } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import type { Done } from '../together/outcomes.tsx';
import { type Errors, gapErrors, readDismissal } from './form.ts';
import { refusedPage } from './refused.ts';
import { SimilarView } from './similar.tsx';

/** Near-duplicates of a case, to be looked through before they are dismissed together; urgent ones are never ticked for anyone. */
export const showSimilar =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const cases = await similarTo(deps, actorOf(c, deps), caseIdOf(c));
    return similarPage(c, deps, cases, {
      values: { case: cases.filter(({ band }) => band !== 'urgent').map(({ id }) => id) },
    });
  };

/** Dismisses those that were left ticked. Only near-duplicates can be: the rest of what a form names is not looked at. */
export const dismissSimilar =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const cases = values.case ?? [];
    const { input, errors } = readDismissal(values, messages);
    const again = async (gaps: readonly DecisionGap[]) =>
      similarPage(c, deps, await similarTo(deps, actorOf(c, deps), caseIdOf(c)), {
        values,
        errors: { ...errors, ...gapErrors(gaps, messages) },
        status: 400,
      });
    if (Object.keys(errors).length > 0) return again(gapsIn(input, []));
    try {
      const outcomes = await dismissAlike(deps, actorOf(c, deps), caseIdOf(c), { ...input, cases });
      const open = await similarTo(deps, actorOf(c, deps), caseIdOf(c));
      return similarPage(c, deps, open, { values: {}, done: { kind: 'dismiss', outcomes, at: deps.now(), query: '' } });
    } catch (error) {
      if (error instanceof Refusal && error.reason.code === 'incomplete') return again(error.reason.missing);
      return refusedPage(c, deps, error);
    }
  };

interface SimilarState {
  readonly values: Values;
  readonly errors?: Errors;
  readonly status?: ContentfulStatusCode;
  readonly done?: Done;
}

async function similarPage(
  c: WebContext,
  deps: FrontDeps,
  cases: readonly CaseSummary[],
  { values, errors = {}, status = 200, done }: SimilarState,
): Promise<Response> {
  const id = caseIdOf(c);
  if ((await caseSummary(deps.db, id, visibilityOf(c))) === null) return c.notFound();
  await deps.audit.record(entryOf(c, deps, 'case.similar', `case/${id}`));
  const messages = c.get('messages');
  return page(
    c,
    deps,
    { title: messages.similar.title, section: 'cases', status, here: `/cases/${id}/similar` },
    <SimilarView
      messages={messages}
      clock={c.get('clock')}
      now={deps.now()}
      id={id}
      cases={await veiled(deps.db, cases, { maskAll: c.get('preferences').maskAll, language: c.get('language') })}
      values={values}
      errors={errors}
      done={done ?? null}
    />,
  );
}
