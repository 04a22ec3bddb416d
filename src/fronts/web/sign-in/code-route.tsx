import type { Handler } from 'hono';
import { localPath } from '../../../util/local-path.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { askingOf } from '../shell/actor.ts';
import { Field } from '../shell/acts/field.tsx';
import { Entrance } from '../shell/entrance.tsx';
import { text } from '../shell/form-values.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';

/** The second step of signing in. */
export const showCode =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) => {
    const next = localPath(c.req.query('next'));
    return c.get('person') === null ? codePage(c, deps, next, 200, null) : c.redirect(next, 303);
  };

export const enterCode =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const fields = await c.req.parseBody();
    const next = localPath(fields.next);
    const result = await deps.accounts.enterCode(text(fields.code, 40), askingOf(c, deps));
    switch (result.kind) {
      case 'in':
        for (const cookie of result.cookies) c.header('set-cookie', cookie, { append: true });
        return c.redirect(next, 303);
      case 'refused':
        return codePage(c, deps, next, 401, messages.factor.wrongCode);
      case 'limited':
        c.header('retry-after', String(result.seconds));
        return codePage(c, deps, next, 429, messages.signIn.limited(result.seconds));
      case 'over':
        return c.redirect(`/sign-in?${new URLSearchParams({ next })}`, 303);
    }
  };

function codePage(
  c: WebContext,
  deps: FrontDeps,
  next: string,
  status: 200 | 401 | 429,
  error: string | null,
): Promise<Response> {
  const messages = c.get('messages');
  const say = messages.factor;
  return page(
    c,
    deps,
    { title: say.enterTitle, status, here: `/sign-in/code?${new URLSearchParams({ next })}` },
    <Entrance messages={messages} title={say.enterTitle} lead={say.enterLead}>
      <form method="post" action="/sign-in/code">
        <input type="hidden" name="next" value={next} />
        <Field
          name="code"
          label={say.code}
          type="text"
          autocomplete="one-time-code"
          error={error ?? undefined}
          autofocus
        />
        <button type="submit" class="button primary wide">
          {messages.signIn.submit}
        </button>
      </form>
      <p class="muted small">{say.lost}</p>
    </Entrance>,
  );
}
