import type { Handler } from 'hono';
import { setPreferences } from '../../store/index.ts';
import { entryOf } from '../actor.ts';
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
  (deps: DeskDeps): Handler<DeskEnv> =>
  async (c) => {
    const fields = await c.req.parseBody();
    const { id } = c.get('person')!;
    const chosen = { maskAll: fields.mask === 'all', keys: fields.keys !== 'off' };
    await deps.audit.during(
      (tx) => setPreferences(tx, id, chosen),
      () => entryOf(c, deps, 'settings.change', `account/${id}`, chosen),
    );
    return c.redirect('/settings?saved=1', 303);
  };
