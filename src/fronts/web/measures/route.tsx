import type { Handler } from 'hono';
import { decideMeasure, endMeasure, proposeMeasure, Refusal } from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import { MEASURE_OUTCOMES, todayIn } from '../../../response/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { recusedPage } from '../cases/recusal.tsx';
import { actorOf, entryOf } from '../shell/actor.ts';
import { chosen, first, type Values, valuesOf } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { obstacleWords, parseMeasureId, readProposal, words } from './form.ts';
import { measuresFor } from './query.ts';
import { MeasuresView } from './view.tsx';

/** The measures of a case: what is in force, what waits, and the form for the next step. */
export const showMeasures =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    measuresPage(c, deps, {}, null);

/** Proposes a step. */
export const propose =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const read = readProposal(values, todayIn(deps.company.timeZone, deps.now()), c.get('messages'));
    if ('error' in read) return measuresPage(c, deps, values, read.error);
    return answered(c, deps, values, (id) => proposeMeasure(deps, actorOf(c, deps), id, read.input));
  };

/** Approves, declines or withdraws a proposal. */
export const decideProposal =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const what = chosen(values, 'what', MEASURE_OUTCOMES);
    const measure = parseMeasureId(c.req.param('measure') ?? '');
    if (what === null || measure === null) return c.notFound();
    const note = words(values, 'note').slice(0, 1000);
    const shown = first(values, 'shown') === 'yes';
    return answered(c, deps, {}, (id) => decideMeasure(deps, actorOf(c, deps), id, measure, { what, note, shown }));
  };

/** Ends a measure in force. */
export const lift =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const measure = parseMeasureId(c.req.param('measure') ?? '');
    if (measure === null) return c.notFound();
    const note = words(values, 'note').slice(0, 1000);
    return answered(c, deps, {}, (id) => endMeasure(deps, actorOf(c, deps), id, measure, note));
  };

/** Does it and shows the page again; what was refused is said there. */
async function answered(
  c: WebContext,
  deps: FrontDeps,
  values: Values,
  act: (id: CaseId) => Promise<void>,
): Promise<Response> {
  const id = caseIdOf(c);
  const messages = c.get('messages');
  const say = messages.measures;
  try {
    await act(id);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { reason } = error;
    switch (reason.code) {
      case 'recused':
        return recusedPage(c, deps);
      case 'gates-open':
        return measuresPage(c, deps, values, obstacleWords(reason.obstacles, messages));
      case 'own-proposal':
      case 'wrong-role':
        return measuresPage(c, deps, values, say.problems[reason.code]);
      case 'measure-waits':
        return measuresPage(c, deps, values, say.waits);
      case 'measure-stale':
        return measuresPage(c, deps, values, say.stale);
      case 'measure-decided':
        return measuresPage(c, deps, values, say.decided);
      case 'incomplete':
        return measuresPage(c, deps, values, say.noReason);
      case 'case-status': // the page says what is in the way
      case 'care-open':
      case 'no-rules':
      case 'no-counterparty':
        return measuresPage(c, deps, values, '');
      default:
        throw error;
    }
  }
  return c.redirect(`/cases/${id}/measures?saved=1`, 303);
}

async function measuresPage(
  c: WebContext,
  deps: FrontDeps,
  values: Values,
  error: string | null, // '' where the page says it by itself
): Promise<Response> {
  const id = caseIdOf(c);
  const found = await measuresFor(c, deps, id);
  if (found === null) return c.notFound();
  await deps.audit.record(entryOf(c, deps, 'measure.view', `case/${id}`));
  const messages = c.get('messages');
  return page(
    c,
    deps,
    {
      title: messages.measures.of(id),
      section: 'cases',
      here: `/cases/${id}/measures`,
      status: error === null ? 200 : 400,
    },
    <MeasuresView
      messages={messages}
      clock={c.get('clock')}
      id={id}
      found={found}
      person={c.get('person')!}
      mayDecide={can(c, 'measures.decide')}
      mayInvite={can(c, 'people.manage')}
      today={todayIn(deps.company.timeZone, deps.now())}
      values={values}
      error={error}
      saved={error === null && c.req.query('saved') === '1'}
    />,
  );
}
