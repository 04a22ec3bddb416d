import type { Handler } from 'hono';
import { deleteView, saveView } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { entryOf } from '../shell/actor.ts';
import { first, valuesOf } from '../shell/form-values.ts';
import type { WebEnv } from '../shell/page.tsx';
import { queueUrl, readQuery } from './query.ts';
import { listPage } from './route.tsx';

const LONGEST_NAME = 60; // characters

/** Gives the list as it is narrowed now a name. The name may say anything, so the log does not keep it. */
export const saveOwnView =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const { id } = c.get('person')!;
    const { views: say } = c.get('messages');
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const name = first(values, 'name').trim();
    const ask = { ...readQuery(Object.fromEntries(new URLSearchParams(first(values, 'query')))), page: 1, live: true };
    const wrong = (error: string) => listPage(c, deps, ask, { status: 400, view: { name, error } });
    if (name === '') return wrong(say.nameMissing);
    if ([...name].length > LONGEST_NAME) return wrong(say.nameLong);
    const saved = await deps.audit.during(
      (tx) => saveView(tx, id, { name, address: queueUrl(ask) }),
      (done) => (done ? entryOf(c, deps, 'settings.change', `account/${id}`, { view: 'saved' }) : null),
    );
    return saved ? c.redirect(queueUrl(ask), 303) : wrong(say.full);
  };

/** Only views of one's own can be named. */
export const deleteOwnView =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const { id } = c.get('person')!;
    const deleted = await deps.audit.during(
      (tx) => deleteView(tx, id, c.req.param('view') ?? ''),
      (done) => (done ? entryOf(c, deps, 'settings.change', `account/${id}`, { view: 'deleted' }) : null),
    );
    return deleted ? c.redirect('/', 303) : c.notFound();
  };
