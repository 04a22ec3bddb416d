import type { Handler } from 'hono';
import { Refusal, saveRules } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { rulesPage } from '../escalation/rules-page.tsx';
import { actorOf } from '../shell/actor.ts';
import { first, valuesOf } from '../shell/form-values.ts';
import type { WebEnv } from '../shell/page.tsx';
import { readRules } from './form.ts';

/** Writes the next version. */
export const saveMeasureRules =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const messages = c.get('messages');
    const read = readRules(values, messages);
    if ('error' in read) return rulesPage(c, deps, { kind: 'measures', values, error: read.error });
    const after = Number(/^\d{1,9}$/.exec(first(values, 'after'))?.[0] ?? -1);
    try {
      await saveRules(deps, actorOf(c, deps), { kind: 'measures', after, rules: read.rules });
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'rules-changed')) throw error;
      return rulesPage(c, deps, { kind: 'measures', values: null, error: messages.measureRules.changed });
    }
    return c.redirect('/escalation?saved=measures#measures', 303);
  };
