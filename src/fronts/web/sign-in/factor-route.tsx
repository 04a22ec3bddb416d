import type { Handler } from 'hono';
import type { Child } from 'hono/jsx';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { FactorAnswer } from '../../../actions/sign-in/second-factor.ts';
import type { DeskDeps } from '../../shared/deps.ts';
import { accountPage } from '../account/route.tsx';
import { askingOf } from '../shell/actor.ts';
import { text } from '../shell/fields.ts';
import { type DeskContext, type DeskEnv, page } from '../shell/page.tsx';
import { BackupCodes, Confirm, FactorSetUpView } from './factor.tsx';

/** Shows the secret and the backup codes, once; nothing changes before a code was given. */
export const startFactor =
  (deps: DeskDeps): Handler<DeskEnv> =>
  async (c) => {
    const answer = await deps.accounts.factor.start(await passwordOf(c), askingOf(c, deps));
    return answeredWith(c, deps, answer, (setUp) =>
      factorPage(c, deps, 200, <FactorSetUpView words={c.get('words')} setUp={setUp} />),
    );
  };

export const confirmFactor =
  (deps: DeskDeps): Handler<DeskEnv> =>
  async (c) => {
    const { code } = await c.req.parseBody();
    const answer = await deps.accounts.factor.confirm(text(code, 40), askingOf(c, deps));
    if (answer.kind === 'refused') {
      const { words } = c.var;
      return factorPage(c, deps, 400, <Confirm words={words} error={words.factor.wrongCode} />);
    }
    return answeredWith(c, deps, answer, () => c.redirect('/account?saved=1', 303));
  };

export const stopFactor =
  (deps: DeskDeps): Handler<DeskEnv> =>
  async (c) => {
    const answer = await deps.accounts.factor.stop(await passwordOf(c), askingOf(c, deps));
    return answeredWith(c, deps, answer, () => c.redirect('/account?saved=1', 303));
  };

export const renewCodes =
  (deps: DeskDeps): Handler<DeskEnv> =>
  async (c) => {
    const answer = await deps.accounts.factor.renew(await passwordOf(c), askingOf(c, deps));
    return answeredWith(c, deps, answer, (codes) =>
      factorPage(c, deps, 200, <BackupCodes words={c.get('words')} codes={codes} />),
    );
  };

const passwordOf = async (c: DeskContext): Promise<string> => text((await c.req.parseBody()).password, 1000);

/** Cookies are new after each change: a session from before it ends. */
async function answeredWith<T>(
  c: DeskContext,
  deps: DeskDeps,
  answer: FactorAnswer<T>,
  show: (value: T) => Response | Promise<Response>,
): Promise<Response> {
  const { words } = c.var;
  switch (answer.kind) {
    case 'done':
      for (const cookie of answer.cookies) c.header('set-cookie', cookie, { append: true });
      return show(answer.value);
    case 'refused':
      return accountPage(c, deps, { status: 400, error: words.factor.refused });
    case 'limited':
      c.header('retry-after', String(answer.seconds));
      return accountPage(c, deps, { status: 429, error: words.signIn.limited(answer.seconds) });
  }
}

const factorPage = (c: DeskContext, deps: DeskDeps, status: ContentfulStatusCode, content: Child): Promise<Response> =>
  page(
    c,
    deps,
    { title: c.get('words').factor.title, section: 'account', status, here: '/account' },
    <div class="narrow">{content}</div>,
  );
