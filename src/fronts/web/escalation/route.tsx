import type { Handler } from 'hono';
import { Refusal, saveRules } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { first, valuesOf } from '../shell/form-values.ts';
import type { WebEnv } from '../shell/page.tsx';
import { readPlan } from './form.ts';
import { rulesPage } from './rules-page.tsx';

/** Times and measures: the rules in force, their versions, and for whoever may the forms that change them. */
export const showRules =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    rulesPage(c, deps, null);

/** Writes the next version. */
export const saveEscalation =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const messages = c.get('messages');
    const read = readPlan(values, messages);
    if ('error' in read) return rulesPage(c, deps, { kind: 'escalation', values, error: read.error });
    const after = Number(/^\d{1,9}$/.exec(first(values, 'after'))?.[0] ?? -1);
    try {
      await saveRules(deps, actorOf(c, deps), { kind: 'escalation', after, rules: read.plan });
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'rules-changed')) throw error;
      return rulesPage(c, deps, { kind: 'escalation', values: null, error: messages.escalation.changed });
    }
    return c.redirect('/escalation?saved=escalation', 303);
  };
