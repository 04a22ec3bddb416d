import type { Handler } from 'hono';
import { saveSettings as keepSettings } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { valuesOf } from '../shell/form-values.ts';
import type { WebEnv } from '../shell/page.tsx';
import { ME, mePage } from './page.tsx';
import { readSettings } from './settings-form.ts';

export const saveSettings =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const read = readSettings(valuesOf(await c.req.parseBody({ all: true })), deps.dailyCap, c.get('messages'));
    if (read.kind === 'wrong') return mePage(c, deps, { ...read, status: 400 });
    await keepSettings(deps, actorOf(c, deps), read.chosen);
    return c.redirect(`${ME}?saved=1`, 303);
  };
