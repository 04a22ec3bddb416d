import type { Handler } from 'hono';
import { saveView } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { first, valuesOf } from '../shell/form-values.ts';
import type { WebEnv } from '../shell/page.tsx';
import { caseListUrl, readQuery } from './query.ts';
import { listPage } from './route.tsx';

const LONGEST_NAME = 60; // characters

/** Gives the list as it is narrowed now a name. */
export const saveOwnView =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const { views: say } = c.get('messages');
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const name = first(values, 'name').trim();
    const ask = { ...readQuery(Object.fromEntries(new URLSearchParams(first(values, 'query')))), page: 1, live: true };
    const wrong = (error: string) => listPage(c, deps, ask, { status: 400, view: { name, error } });
    if (name === '') return wrong(say.nameMissing);
    if ([...name].length > LONGEST_NAME) return wrong(say.nameLong);
    const saved = await saveView(deps, actorOf(c, deps), { name, address: caseListUrl(ask) });
    return saved ? c.redirect(caseListUrl(ask), 303) : wrong(say.full);
  };
