import type { Handler } from 'hono';
import { setCookie } from 'hono/cookie';
import { languageDetector } from 'hono/language';
import { localPath } from '../../../util/local-path.ts';
import { type FrontDeps, isLanguage, LANGUAGES } from '../../shared/index.ts';
import type { WebEnv } from './page.tsx';

const COOKIE = 'komainu-language';
const YEAR = 365 * 86_400; // seconds

/** Sets the language of a request: the reader's choice, else what the browser prefers, else Japanese. */
export const detectLanguage = languageDetector({
  order: ['cookie', 'header'],
  lookupCookie: COOKIE,
  caches: false, // only a choice is remembered
  supportedLanguages: [...LANGUAGES],
  fallbackLanguage: 'ja',
});

/** Remembers a choice of language in the browser. */
export const chooseLanguage =
  ({ secureCookies }: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const { language, back } = await c.req.parseBody();
    if (isLanguage(language))
      setCookie(c, COOKIE, language, {
        path: '/',
        maxAge: YEAR,
        sameSite: 'Lax',
        httpOnly: true,
        secure: secureCookies,
      });
    return c.redirect(localPath(back), 303);
  };
