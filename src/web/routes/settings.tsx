import type { Handler } from 'hono';
import { setPreferences } from '../../store/index.ts';
import type { DeskDeps } from '../deps.ts';
import { type DeskEnv, page } from '../page.tsx';
import { SettingsView } from '../views/settings.tsx';

export const showSettings =
  (deps: DeskDeps): Handler<DeskEnv> =>
  (c) => {
    const words = c.get('words');
    const view = <SettingsView words={words} preferences={c.get('preferences')} saved={c.req.query('saved') === '1'} />;
    return page(c, deps, { title: words.settings.title, section: 'settings' }, view);
  };

export const saveSettings =
  ({ db }: DeskDeps): Handler<DeskEnv> =>
  async (c) => {
    const fields = await c.req.parseBody();
    await setPreferences(db, c.get('person')!.id, { maskAll: fields.mask === 'all', keys: fields.keys !== 'off' });
    return c.redirect('/settings?saved=1', 303);
  };
