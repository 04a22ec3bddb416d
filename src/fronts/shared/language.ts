import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';

export const LANGUAGES = ['ja', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const LANGUAGE_COOKIE = 'komainu-language';

export const isLanguage = (value: unknown): value is Language => (LANGUAGES as readonly unknown[]).includes(value);

/** The reader's choice, else what the browser prefers, else Japanese. */
export function languageOf(c: Context): Language {
  const chosen = getCookie(c, LANGUAGE_COOKIE);
  return isLanguage(chosen) ? chosen : preferred(c.req.header('accept-language') ?? '');
}

function preferred(header: string): Language {
  const wishes = header
    .slice(0, 500)
    .split(',')
    .map((wish) => {
      const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';');
      const q = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { language: tag.split('-')[0], quality: q === undefined ? 1 : Number(q.trim().slice(2)) || 0 };
    });
  const best = wishes.filter((wish) => wish.quality > 0).sort((a, b) => b.quality - a.quality);
  return best.map((wish) => wish.language).find(isLanguage) ?? 'ja';
}
