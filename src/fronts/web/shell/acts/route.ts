import type { Hono } from 'hono';
import { type DeclaredAct, perform, Refusal } from '../../../../actions/index.ts';
import type { FrontDeps } from '../../../shared/index.ts';
import { actorOf } from '../actor.ts';
import { valuesOf } from '../form-values.ts';
import type { WebContext, WebEnv } from '../page.tsx';
import type { Tried } from './form.tsx';

/**
 * Takes the form of an act. Done, it leads back to `back`, which says so; not taken, `show` shows the page again as it was written. Every other
 * refusal has its page in `app.tsx`.
 */
export function onAct<A extends DeclaredAct>(
  app: Hono<WebEnv>,
  deps: FrontDeps,
  act: A,
  back: string,
  show: (c: WebContext, deps: FrontDeps, tried: Tried) => Promise<Response>,
): void {
  app.post(act.path, async (c: WebContext) => {
    const values = { ...valuesOf(await c.req.parseBody({ all: true })), ...namedIn(c.req.param()) };
    const asked = Object.keys(act.shapes).map((name) => [name, values[name]?.[0]]);
    try {
      await perform(act, deps, actorOf(c, deps), Object.fromEntries(asked));
    } catch (error) {
      const problems = problemsOf(act, error);
      if (problems === null) throw error;
      return show(c, deps, { act, values, problems });
    }
    return c.redirect(`${back}?saved=1`, 303);
  });
}

const namedIn = (params: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(params).map(([name, one]) => [name, [one]]));

/** What people can mend in the form: a field, among them a case that is not there. Null: nothing. */
function problemsOf({ about, path }: DeclaredAct, error: unknown): Tried['problems'] | null {
  if (!(error instanceof Refusal)) return null;
  if (error.reason.code === 'wrong-fields') return error.reason.fields;
  const inForm = about !== undefined && !path.includes(`:${about}`);
  return error.code === 'no-such-case' && inForm ? { [about]: 'wrong' } : null;
}
