import type { Handler } from 'hono';
import { localPath } from '../../../util/local-path.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { askingOf, entryOf } from '../shell/actor.ts';
import { Field } from '../shell/acts/field.tsx';
import { NotDone } from '../shell/components.tsx';
import { Entrance } from '../shell/entrance.tsx';
import { text } from '../shell/form-values.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { SamplePeopleList } from './sample-people.tsx';

export const showSignIn =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) => {
    const next = localPath(c.req.query('next'));
    if (c.get('person') !== null) return c.redirect(next, 303);
    return signInPage(c, deps, { next, email: '', status: 200, errors: {} });
  };

export const signIn =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const fields = await c.req.parseBody();
    const [email, password, next] = [
      text(fields.email, 320).trim(),
      text(fields.password, 1000),
      localPath(fields.next),
    ];
    const errors = {
      ...(email === '' ? { email: messages.form.emailMissing } : {}),
      ...(password === '' ? { password: messages.form.passwordMissing } : {}),
    };
    if (Object.keys(errors).length > 0) return signInPage(c, deps, { next, email, status: 400, errors });
    const result = await deps.accounts.signIn({ email, password }, askingOf(c, deps));
    switch (result.kind) {
      case 'in':
        for (const cookie of result.cookies) c.header('set-cookie', cookie, { append: true });
        return c.redirect(next, 303);
      case 'code':
        for (const cookie of result.cookies) c.header('set-cookie', cookie, { append: true });
        return c.redirect(`/sign-in/code?${new URLSearchParams({ next })}`, 303);
      case 'refused':
        return signInPage(c, deps, { next, email, status: 401, errors: { form: messages.signIn.refused } });
      case 'limited':
        c.header('retry-after', String(result.seconds));
        return signInPage(c, deps, {
          next,
          email,
          status: 429,
          errors: { form: messages.signIn.limited(result.seconds) },
        });
    }
  };

export const signOut =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    for (const cookie of await deps.accounts.signOut(c.req.raw.headers))
      c.header('set-cookie', cookie, { append: true });
    await deps.audit.record(entryOf(c, deps, 'sign-out', ''));
    return c.redirect('/sign-in', 303);
  };

const onTo = (next: string): string => (next === '/' ? '' : `?${new URLSearchParams({ next })}`);

interface SignInState {
  readonly next: string;
  readonly email: string;
  readonly status: 200 | 400 | 401 | 429 | 502;
  readonly errors: { readonly form?: string; readonly email?: string; readonly password?: string };
}

export function signInPage(
  c: WebContext,
  deps: FrontDeps,
  { next, email, status, errors }: SignInState,
): Promise<Response> {
  const messages = c.get('messages');
  const say = messages.signIn;
  return page(
    c,
    deps,
    { title: say.title, status, here: `/sign-in${onTo(next)}` },
    <Entrance messages={messages} title={say.title} lead={deps.sample ? say.sampleLink : say.lead}>
      <NotDone of={errors.form !== undefined && errors.form} />
      <form method="post" action="/sign-in">
        <input type="hidden" name="next" value={next} />
        <Field
          name="email"
          label={say.email}
          type="email"
          autocomplete="username"
          value={email}
          error={errors.email}
          autofocus
        />
        <Field
          name="password"
          label={say.password}
          type="password"
          autocomplete="current-password"
          error={errors.password}
        />
        <button type="submit" class="button primary wide">
          {say.submit}
        </button>
      </form>
      {deps.accounts.providers.list.length > 0 && (
        <ul class="providers">
          {deps.accounts.providers.list.map(({ name, label }) => (
            <li>
              <a class="button wide" href={`/sign-in/with/${name}${onTo(next)}`}>
                {say.with(label)}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p class="muted small">{say.forgotten}</p>
      <SamplePeopleList messages={messages} sample={deps.samplePeople} next={next} />
    </Entrance>,
  );
}
