import type { Handler } from 'hono';
import { type CareChange, Refusal, recordCare } from '../../../actions/index.ts';
import { todayIn } from '../../../response/index.ts';
import { loadCare } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { recusedPage } from '../cases/recusal.tsx';
import { actorOf, entryOf } from '../shell/actor.ts';
import { type Values, valuesOf } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { readChange } from './form.ts';
import { CareView } from './view.tsx';

/** What was seen to for the person concerned in a case, and what is left. */
export const showCare =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    carePage(c, deps, {});

/** Writes one point, day or note down and shows the list again. */
export const saveCare =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const read = readChange(values, todayIn(deps.company.timeZone, deps.now()), c.get('messages'));
    if ('error' in read) return carePage(c, deps, { values, error: read.error });
    try {
      await recordCare(deps, actorOf(c, deps), caseIdOf(c), read.change);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'recused') return recusedPage(c, deps);
      throw error;
    }
    return c.redirect(`/cases/${caseIdOf(c)}/care?saved=1#${placeOf(read.change)}`, 303);
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

async function carePage(
  c: WebContext,
  deps: FrontDeps,
  { values = {}, error }: { readonly values?: Values; readonly error?: string },
): Promise<Response> {
  const id = caseIdOf(c);
  const care = await loadCare(deps.db, id, visibilityOf(c));
  if (care === null) return c.notFound();
  await deps.audit.record(entryOf(c, deps, 'case.care-view', `case/${id}`));
  const messages = c.get('messages');
  const here = `/cases/${id}/care`;
  return page(
    c,
    deps,
    { title: messages.care.of(id), section: 'care', here, status: error === undefined ? 200 : 400 },
    <CareView
      messages={messages}
      clock={c.get('clock')}
      today={todayIn(deps.company.timeZone, deps.now())}
      care={care}
      values={values}
      error={error ?? null}
      saved={error === undefined && c.req.query('saved') === '1'}
    />,
  );
}
