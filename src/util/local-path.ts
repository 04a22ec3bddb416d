const BASE = 'http://app.invalid';

/** `path` when it stays in the review app, else `/`: nobody is sent elsewhere by a link with a parameter. */
export function localPath(path: unknown): string {
  if (typeof path !== 'string' || path.length > 500 || !/^\/(?![/\\])/.test(path)) return '/';
  if (!URL.canParse(path, BASE)) return '/';
  const url = new URL(path, BASE);
  return url.origin === BASE ? `${url.pathname}${url.search}${url.hash}` : '/';
}
