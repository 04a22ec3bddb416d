import { Hono } from 'hono';
import { z } from 'zod';
import type { DeclaredAct } from '../../../actions/index.ts';
import { done, meantOf } from '../acts/act.ts';
import { addressOf, COMMANDED } from '../acts/commanded.ts';
import type { LocalApiDeps } from './deps.ts';
import { actor, json } from './request.ts';

interface Commanded {
  readonly act: DeclaredAct;
  tell(done: unknown): object;
}

/** Does what commands do, each act at its address; those that share one are told apart by `kind`. */
export function commandedActs(deps: LocalApiDeps): Hono {
  const app = new Hono();
  const byAddress = new Map<string, Commanded[]>();
  for (const one of Object.values(COMMANDED) as readonly Commanded[])
    byAddress.set(addressOf(one.act), [...(byAddress.get(addressOf(one.act)) ?? []), one]);
  for (const [address, those] of byAddress)
    app.post(address, actor, json(z.looseObject({})), async (c) => {
      const sent = c.req.valid('json');
      const acts = those.map(({ act }) => act);
      const [act, written] = acts.length === 1 ? [acts[0]!, sent] : meantOf(acts, sent);
      const { tell } = those.find((one) => one.act === act)!;
      return c.json(tell(await done(act, deps, c.var.actor, c, written)));
    });
  return app;
}
