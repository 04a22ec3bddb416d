const BASE = 'http://app.invalid';

/**
 * `path` when it stays in the review app, else `/`: nobody is sent elsewhere by a link with a parameter. It is looked at as a
 * browser will read it, after dots are gone: `/..//example.com` is another site.
 *
 * @example
 * localPath('/cases/7?reveal=1') // → '/cases/7?reveal=1'
 * localPath('//example.com/') // → '/'
 */
export function localPath(path: unknown): string {
  if (typeof path !== 'string' || path.length > 500 || !path.startsWith('/') || !URL.canParse(path, BASE)) return '/';
  const { origin, pathname, search, hash } = new URL(path, BASE);
  return origin === BASE && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/';
}
