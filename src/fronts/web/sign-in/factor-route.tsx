import type { Handler } from 'hono';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { FactorAnswer } from '../../../actions/sign-in/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { ME, mePage } from '../account/page.tsx';
import { askingOf } from '../shell/actor.ts';
import { text } from '../shell/form-values.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { BackupCodes, Confirm, FactorSetUpView } from './factor.tsx';

/** Shows the secret and the backup codes, once; nothing changes before a code was given. */
export const startFactor =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const answer = await deps.accounts.factor.start(await passwordOf(c), askingOf(c, deps));
    return answeredWith(c, deps, answer, (setUp) =>
      factorPage(c, deps, 200, <FactorSetUpView messages={c.get('messages')} setUp={setUp} />),
    );
  };

export const confirmFactor =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const { code } = await c.req.parseBody();
    const answer = await deps.accounts.factor.confirm(text(code, 40), askingOf(c, deps));
    if (answer.kind === 'refused') {
      const { messages } = c.var;
      return factorPage(c, deps, 400, <Confirm messages={messages} error={messages.factor.wrongCode} />);
    }
    return answeredWith(c, deps, answer, () => c.redirect(`${ME}?saved=1`, 303));
  };

export const stopFactor =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const answer = await deps.accounts.factor.stop(await passwordOf(c), askingOf(c, deps));
    return answeredWith(c, deps, answer, () => c.redirect(`${ME}?saved=1`, 303));
  };

export const renewCodes =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const answer = await deps.accounts.factor.renew(await passwordOf(c), askingOf(c, deps));
    return answeredWith(c, deps, answer, (codes) =>
      factorPage(c, deps, 200, <BackupCodes messages={c.get('messages')} codes={codes} />),
    );
  };

const passwordOf = async (c: WebContext): Promise<string> => text((await c.req.parseBody()).password, 1000);

/** Cookies are new after each change: a session from before it ends. */
async function answeredWith<T>(
  c: WebContext,
  deps: FrontDeps,
  answer: FactorAnswer<T>,
  show: (value: T) => Response | Promise<Response>,
): Promise<Response> {
  const { messages } = c.var;
  switch (answer.kind) {
    case 'done':
      for (const cookie of answer.cookies) c.header('set-cookie', cookie, { append: true });
      return show(answer.value);
    case 'refused':
      return mePage(c, deps, { status: 400, factorError: messages.factor.refused });
    case 'limited':
      c.header('retry-after', String(answer.seconds));
      return mePage(c, deps, { status: 429, factorError: messages.signIn.limited(answer.seconds) });
  }
}

const factorPage = (c: WebContext, deps: FrontDeps, status: ContentfulStatusCode, content: Child): Promise<Response> =>
  page(
    c,
    deps,
    { title: c.get('messages').factor.title, section: 'me', status, here: ME },
    <div class="narrow">{content}</div>,
  );
