import type { Handler } from 'hono';
import { Refusal, saveRules } from '../../../actions/index.ts';
import type { MeasureRules } from '../../../response/index.ts';
import { rulesOf } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { first, type Values, valuesOf } from '../shell/form-values.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { readRules, valuesOfRules } from './form.ts';
import { MeasureRulesView } from './view.tsx';

/** The rules in force, their versions, and for whoever may the form that changes them. */
export const showMeasureRules =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    rulesPage(c, deps, null, null);

/** Writes the next version. */
export const saveMeasureRules =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const messages = c.get('messages');
    const read = readRules(values, messages);
    if ('error' in read) return rulesPage(c, deps, values, read.error);
    const after = Number(/^\d{1,9}$/.exec(first(values, 'after'))?.[0] ?? -1);
    try {
      await saveRules(deps, actorOf(c, deps), { kind: 'measures', after, rules: read.rules });
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'rules-changed')) throw error;
      return rulesPage(c, deps, null, messages.measureRules.changed);
    }
    return c.redirect('/measures/rules?saved=1', 303);
  };

async function rulesPage(
  c: WebContext,
  deps: FrontDeps,
  values: Values | null, // of a form that came back
  error: string | null,
): Promise<Response> {
  const versions = await rulesOf<MeasureRules>(deps.db, 'measures');
  const messages = c.get('messages');
  return page(
    c,
    deps,
    {
      title: messages.measureRules.title,
      section: 'rules',
      here: '/measures/rules',
      status: error === null ? 200 : 400,
    },
    <MeasureRulesView
      messages={messages}
      clock={c.get('clock')}
      versions={versions}
      mayChange={can(c, 'rules.manage')}
      values={values ?? valuesOfRules(versions[0]?.rules ?? null, messages)}
      error={error}
      saved={error === null && c.req.query('saved') === '1'}
    />,
  );
}
