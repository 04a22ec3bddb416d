import type { Handler } from 'hono';
import { localPath } from '../../../util/local-path.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { askingOf } from '../shell/actor.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';
import { signInPage } from './route.tsx';

/** Leads to a provider's page. A link and no form: browsers do not let a form lead to another site than its own. */
export const goToProvider =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const provider = providerOf(c, deps);
    if (provider === null) return c.notFound();
    const next = localPath(c.req.query('next'));
    const out = await deps.accounts.providers.start(provider.name, next, askingOf(c, deps));
    const messages = c.get('messages');
    switch (out.kind) {
      case 'go':
        for (const cookie of out.cookies) c.header('set-cookie', cookie, { append: true });
        return c.redirect(out.url, 303);
      case 'unreachable':
        return refused(c, deps, next, 502, messages.signIn.unreachable(provider.label));
      case 'limited':
        c.header('retry-after', String(out.seconds));
        return refused(c, deps, next, 429, messages.signIn.limited(out.seconds));
    }
  };

/** Where the provider sends people back to. */
export const comeFromProvider =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const provider = providerOf(c, deps);
    if (provider === null) return c.notFound();
    const back = await deps.accounts.providers.finish(provider.name, new URL(c.req.url).search, askingOf(c, deps));
    const messages = c.get('messages');
    switch (back.kind) {
      case 'in':
      case 'code':
        for (const cookie of back.cookies) c.header('set-cookie', cookie, { append: true });
        return c.redirect(
          back.kind === 'in' ? back.next : `/sign-in/code?${new URLSearchParams({ next: back.next })}`,
          303,
        );
      case 'refused':
        return refused(c, deps, back.next, 401, messages.signIn.refusals[back.why](provider.label));
      case 'limited':
        c.header('retry-after', String(back.seconds));
        return refused(c, deps, back.next, 429, messages.signIn.limited(back.seconds));
    }
  };

const refused = (c: WebContext, deps: FrontDeps, next: string, status: 401 | 429 | 502, form: string) =>
  signInPage(c, deps, { next, email: '', status, errors: { form } });

const providerOf = (c: WebContext, { accounts }: FrontDeps) =>
  accounts.providers.list.find(({ name }) => name === c.req.param('provider')) ?? null;
