import type { Handler } from 'hono';
import { Refusal, saveRules } from '../../../actions/index.ts';
import { mayWith } from '../../../cases/index.ts';
import { type EscalationPlan, SHIPPED_PLAN } from '../../../response/index.ts';
import { listPeople, rulesOf } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { first, type Values, valuesOf } from '../shell/form-values.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { readPlan, valuesOfPlan } from './form.ts';
import { EscalationView } from './view.tsx';

/** The matrix in force, its versions, and for whoever may the form that changes it. */
export const showEscalation =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    escalationPage(c, deps, null, null);

/** Writes the next version. */
export const saveEscalation =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const messages = c.get('messages');
    const read = readPlan(values, messages);
    if ('error' in read) return escalationPage(c, deps, values, read.error);
    const after = Number(/^\d{1,9}$/.exec(first(values, 'after'))?.[0] ?? -1);
    try {
      await saveRules(deps, actorOf(c, deps), { kind: 'escalation', after, rules: read.plan });
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'rules-changed')) throw error;
      return escalationPage(c, deps, null, messages.escalation.changed);
    }
    return c.redirect('/escalation?saved=1', 303);
  };

async function escalationPage(
  c: WebContext,
  deps: FrontDeps,
  values: Values | null, // of a form that came back
  error: string | null,
): Promise<Response> {
  const versions = await rulesOf<EscalationPlan>(deps.db, 'escalation');
  const messages = c.get('messages');
  const plan = versions[0]?.rules ?? SHIPPED_PLAN;
  const people = (await listPeople(deps.db)).filter(({ roles }) => mayWith(roles, 'cases.decide'));
  return page(
    c,
    deps,
    { title: messages.escalation.title, section: 'rules', here: '/escalation', status: error === null ? 200 : 400 },
    <EscalationView
      messages={messages}
      clock={c.get('clock')}
      plan={plan}
      versions={versions}
      people={people}
      mayChange={can(c, 'rules.manage')}
      values={values ?? valuesOfPlan(plan)}
      error={error}
      saved={error === null && c.req.query('saved') === '1'}
    />,
  );
}
