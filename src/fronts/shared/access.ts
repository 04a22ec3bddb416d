import type { Hono } from 'hono';
import type { RouterRoute } from 'hono/types';
import type { Right } from '../../cases/index.ts';

/** What a route asks of whoever comes: nothing, an account or a token whatever its roles, or a right. */
export type Access = 'anyone' | 'account' | Right;

/** Every route of the review app and of the API. One that is missing here is refused to everybody, and keeps the app from starting. */
const ACCESS: Readonly<Record<string, Access>> = {
  'GET /assets/:name': 'anyone',
  'GET /healthz': 'anyone',
  'POST /language': 'anyone',
  'GET /sign-in': 'anyone',
  'POST /sign-in': 'anyone',
  'GET /welcome/:token': 'anyone',
  'POST /welcome/:token': 'anyone',
  'POST /sign-out': 'account',
  'GET /settings': 'account',
  'POST /settings': 'account',
  'GET /first-steps': 'people.manage',
  'POST /first-steps': 'people.manage',
  'GET /sign-in/code': 'anyone',
  'POST /sign-in/code': 'anyone',
  'GET /sign-in/with/:provider': 'anyone',
  'GET /sign-in/with/:provider/back': 'anyone',
  'GET /account': 'account',
  'POST /account/factor': 'account',
  'POST /account/factor/confirm': 'account',
  'POST /account/factor/off': 'account',
  'POST /account/factor/codes': 'account',
  'POST /account/sessions/end-others': 'account',
  'POST /account/sessions/:session/end': 'account',
  'GET /policy': 'account',
  'GET /worry': 'account',
  'GET /hand-in/mail': 'account',
  'POST /hand-in/mail': 'account',
  'GET /hand-in/incident': 'account',
  'POST /hand-in/incident': 'account',
  'GET /reports': 'account', // one's own
  'GET /reports/:report': 'account',
  'POST /reports/:report/notes': 'account',
  'GET /people': 'people.manage',
  'POST /people': 'people.manage',
  'POST /people/invitations/:invitation/renew': 'people.manage',
  'POST /people/invitations/:invitation/revoke': 'people.manage',
  'GET /people/:id': 'people.manage',
  'POST /people/:id/roles': 'people.manage',
  'POST /people/:id/active': 'people.manage',
  'POST /people/:id/reset': 'people.manage',
  'POST /people/:id/sign-out': 'people.manage',
  'POST /people/:id/factor': 'people.manage',
  'GET /tokens': 'tokens.manage',
  'POST /tokens': 'tokens.manage',
  'POST /tokens/:id/revoke': 'tokens.manage',
  'GET /': 'cases.read',
  'GET /list/pane': 'cases.read',
  'GET /list/export': 'cases.read',
  'POST /list/decide': 'cases.decide',
  'POST /views': 'cases.read',
  'POST /views/:view/delete': 'cases.read',
  'GET /status': 'status.read',
  'POST /status/channels/:name/test': 'channels.test',
  'GET /operations': 'status.read',
  'POST /operations/retry': 'operations.manage',
  'GET /dictionaries': 'dictionaries.read',
  'GET /dictionaries/try': 'dictionaries.read',
  'POST /dictionaries/try': 'dictionaries.read',
  'GET /dictionaries/missed': 'cases.read', // words of mails
  'GET /dictionaries/new': 'dictionaries.write',
  'POST /dictionaries/preview': 'dictionaries.write',
  'POST /dictionaries/save': 'dictionaries.write',
  'GET /dictionaries/propose/:feedback': 'dictionaries.write', // and cases.read, which the action asks
  'GET /dictionaries/work': 'cases.read', // words of mails
  'POST /dictionaries/work/:feedback': 'dictionaries.write',
  'GET /dictionaries/log': 'dictionaries.read',
  'POST /dictionaries/log/:change/revert': 'dictionaries.write',
  'GET /dictionaries/:id': 'dictionaries.read',
  'GET /dictionaries/:id/edit': 'dictionaries.write',
  'GET /numbers': 'numbers.read',
  'GET /numbers/export': 'numbers.read',
  'GET /audit': 'audit.read',
  'GET /audit/export': 'audit.read',
  'GET /cases/:id': 'cases.read',
  'GET /cases/:id/mails/:mail': 'cases.read',
  'POST /cases/:id/mails/:mail': 'cases.read',
  'GET /cases/:id/mails/:mail/files/:index': 'cases.read',
  'POST /cases/:id/mails/:mail/files/:index': 'cases.read',
  'POST /next': 'cases.decide',
  'GET /rest': 'cases.decide',
  'POST /cases/:id/claim': 'cases.decide',
  'POST /cases/:id/leave': 'cases.decide',
  'POST /cases/:id/skip': 'cases.decide',
  'POST /cases/:id/decline': 'cases.decide',
  'POST /cases/:id/undecline': 'cases.decide',
  'POST /cases/:id/take-over': 'cases.take-over',
  'POST /cases/:id/assign': 'cases.decide', // to others: cases.assign, which the action asks
  'POST /takeovers/seen': 'cases.decide',
  'POST /cases/:id/approve': 'cases.decide',
  'POST /cases/:id/dismiss': 'cases.decide',
  'POST /cases/:id/hand-over': 'cases.decide',
  'POST /cases/:id/reopen': 'cases.decide',
  'POST /cases/:id/hold': 'cases.hold',
  'GET /cases/:id/answer': 'cases.decide',
  'POST /cases/:id/answer': 'cases.decide',
  'POST /cases/:id/comments': 'cases.decide',
  'GET /mentions': 'cases.read', // one's own
  'POST /mentions/seen': 'cases.read',
  'POST /cases/:id/watch': 'cases.decide',
  'GET /watches': 'cases.read',
  'POST /watches/:watch/end': 'cases.decide',
  'GET /care': 'cases.decide',
  'GET /cases/:id/care': 'cases.decide',
  'POST /cases/:id/care': 'cases.decide',
  'GET /cases/:id/evidence': 'cases.evidence',
  'POST /cases/:id/evidence': 'cases.evidence',
  'GET /cases/:id/similar': 'cases.decide',
  'POST /cases/:id/similar': 'cases.decide',
  'GET /api/v1/openapi.json': 'anyone',
  'GET /api/v1/cases': 'cases.read',
  'GET /api/v1/cases/:id': 'cases.read',
  'POST /api/v1/cases/:id/decisions': 'cases.decide',
  'POST /api/v1/cases/:id/hold': 'cases.hold',
  'GET /api/v1/people': 'cases.decide',
  'GET /api/v1/numbers': 'numbers.read',
  'GET /api/v1/status': 'status.read',
  'GET /api/v1/operations': 'status.read',
  'GET /api/v1/failed-mails': 'status.read',
  'POST /api/v1/failed-mails/retry': 'operations.manage',
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
