import type { Handler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { setPreferences } from '../../../store/index.ts';
import type { DeskDeps } from '../../shared/deps.ts';
import { entryOf } from '../shell/actor.ts';
import { type Values, valuesOf } from '../shell/form-values.ts';
import { can, type DeskContext, type DeskEnv, page } from '../shell/page.tsx';
import { SettingsView } from './settings.tsx';
import { readSettings, settingsValues } from './settings-form.ts';
import { todayOf } from './today.ts';

export const showSettings =
  (deps: DeskDeps): Handler<DeskEnv> =>
  (c) =>
    settingsPage(c, deps, { values: settingsValues(c.get('preferences')) });

/** The log does not learn after how many cases someone wants to rest. */
export const saveSettings =
  (deps: DeskDeps): Handler<DeskEnv> =>
  async (c) => {
    const read = readSettings(valuesOf(await c.req.parseBody({ all: true })), deps.dailyCap, c.get('words'));
    if (read.kind === 'wrong') return settingsPage(c, deps, { ...read, status: 400 });
    const { id } = c.get('person')!;
    const { maskAll, keys } = read.chosen;
    await deps.audit.during(
      (tx) => setPreferences(tx, id, read.chosen),
      () => entryOf(c, deps, 'settings.change', `account/${id}`, { maskAll, keys }),
    );
    return c.redirect('/settings?saved=1', 303);
  };

interface SettingsState {
  readonly values: Values;
  readonly errors?: Readonly<Record<string, string>>;
  readonly status?: ContentfulStatusCode;
}

async function settingsPage(
  c: DeskContext,
  deps: DeskDeps,
  { values, errors = {}, status = 200 }: SettingsState,
): Promise<Response> {
  const words = c.get('words');
  const view = (
    <SettingsView
      words={words}
      values={values}
      errors={errors}
      most={deps.dailyCap}
      today={can(c, 'cases.decide') ? await todayOf(c, deps) : null}
      saved={c.req.query('saved') === '1'}
    />
  );
  return page(c, deps, { title: words.settings.title, section: 'settings', status, here: '/settings' }, view);
}
