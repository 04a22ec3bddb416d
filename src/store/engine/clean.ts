/**
 * PostgreSQL stores neither NUL nor lone surrogates (in jsonb not even escaped). Each is replaced by U+FFFD, which is
 * as long, so that spans into a text stay right.
 */
export const clean = (text: string): string => text.replace(/\0|\p{Surrogate}/gu, '\uFFFD');

/** The same for every string inside a plain value that is stored as jsonb. */
export function cleanJson<T>(value: T): T {
  if (typeof value === 'string') return clean(value) as T;
  if (Array.isArray(value)) return value.map(cleanJson) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [clean(key), cleanJson(inner)])) as T;
}
