import type { Handler } from 'hono';
import type { DeskDeps } from '../../shared/deps.ts';
import { entryOf } from '../shell/actor.ts';
import { can, type DeskEnv, page } from '../shell/page.tsx';
import { StatusView } from './status.tsx';

export const status =
  (deps: DeskDeps): Handler<DeskEnv> =>
  async (c) => {
    const words = c.get('words');
    const mayTest = can(c, 'channels.test');
    const view = <StatusView words={words} clock={c.get('clock')} status={await deps.status()} mayTest={mayTest} />;
    return page(c, deps, { title: words.status.title, section: 'status' }, view);
  };

/** For a supervisor: whether the desk can reach its store. Says nothing more. */
export const health =
  ({ status }: DeskDeps): Handler<DeskEnv> =>
  async (c) => {
    const well = await status().then(
      () => true,
      () => false,
    );
    return c.json({ status: well ? 'ok' : 'failed' }, well ? 200 : 503);
  };

/** Tries a channel; the page it leads back to says how it went. */
export const testChannel =
  (deps: DeskDeps): Handler<DeskEnv> =>
  async (c) => {
    const name = c.req.param('name') ?? '';
    if (!(await deps.testChannel(name))) return c.notFound();
    await deps.audit.record(entryOf(c, deps, 'channel.test', `channel/${name}`));
    return c.redirect('/status#channels', 303);
  };
