import type { Handler } from 'hono';
import { setCookie } from 'hono/cookie';
import { localPath } from '../../../util/local-path.ts';
import { type FrontDeps, isLanguage, LANGUAGE_COOKIE } from '../../shared/index.ts';
import type { WebEnv } from './page.tsx';

const YEAR = 365 * 86_400; // seconds

export const chooseLanguage =
  ({ secureCookies }: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const { language, back } = await c.req.parseBody();
    if (isLanguage(language))
      setCookie(c, LANGUAGE_COOKIE, language, {
        path: '/',
        maxAge: YEAR,
        sameSite: 'Lax',
        httpOnly: true,
        secure: secureCookies,
      });
    return c.redirect(localPath(back), 303);
  };
