import type { Hono } from 'hono';
import type { RouterRoute } from 'hono/types';
import { ACTS } from '../../actions/index.ts';
import { API_ACCESS } from './access-api.ts';
import { type Access, WEB_ACCESS } from './access-web.ts';

export type { Access };

/** Every route of the review app and of the API. One that is missing here is refused to everybody, and keeps the app from starting. */
const ACCESS: Readonly<Record<string, Access>> = {
  ...WEB_ACCESS,
  ...API_ACCESS,
  ...Object.fromEntries(ACTS.map(({ path, right }) => [`POST ${path}`, right])),
  ...Object.fromEntries(
    ACTS.flatMap(({ path, api, right, for: also = [] }) =>
      also.includes('programs') ? [[`POST /api/v1${api?.path ?? path}`, right]] : [],
    ),
  ),
};

/** Middleware is registered for all methods on all paths of the review app or of the API; everything else answers somebody. */
export const isRoute = ({ method, path }: RouterRoute): boolean =>
  method !== 'ALL' || (path !== '/*' && path !== '/api/v1/*');

/** What a route asks; null for one that nobody declared. */
export const accessOf = ({ method, path }: RouterRoute): Access | null => {
  const key = `${method} ${path}`;
  return Object.hasOwn(ACCESS, key) ? ACCESS[key]! : null;
};

/** @throws Error that names a route which says nowhere what it asks. */
export function everyRouteDeclared(app: { readonly routes: Hono['routes'] }): void {
  const undeclared = app.routes.filter(isRoute).find((route) => accessOf(route) === null);
  if (undeclared)
    throw new Error(`${undeclared.method} ${undeclared.path}: declare in access.ts which right this route needs.`);
}
