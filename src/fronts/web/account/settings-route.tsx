import type { Handler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { saveSettings as keepSettings } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { type Values, valuesOf } from '../shell/form-values.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { SettingsView } from './settings.tsx';
import { readSettings, settingsValues } from './settings-form.ts';
import { todayOf } from './today.ts';

export const showSettings =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    settingsPage(c, deps, { values: settingsValues(c.get('preferences')) });

export const saveSettings =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const read = readSettings(valuesOf(await c.req.parseBody({ all: true })), deps.dailyCap, c.get('messages'));
    if (read.kind === 'wrong') return settingsPage(c, deps, { ...read, status: 400 });
    await keepSettings(deps, actorOf(c, deps), read.chosen);
    return c.redirect('/settings?saved=1', 303);
  };

interface SettingsState {
  readonly values: Values;
  readonly errors?: Readonly<Record<string, string>>;
  readonly status?: ContentfulStatusCode;
}

async function settingsPage(
  c: WebContext,
  deps: FrontDeps,
  { values, errors = {}, status = 200 }: SettingsState,
): Promise<Response> {
  const messages = c.get('messages');
  const view = (
    <SettingsView
      messages={messages}
      values={values}
      errors={errors}
      most={deps.dailyCap}
      today={can(c, 'cases.decide') ? await todayOf(c, deps) : null}
      saved={c.req.query('saved') === '1'}
      setsUp={can(c, 'people.manage')}
    />
  );
  return page(c, deps, { title: messages.settings.title, section: 'settings', status, here: '/settings' }, view);
}
