import type { Hono } from 'hono';
import type { FrontDeps } from '../../shared/index.ts';
import type { WebEnv } from '../shell/page.tsx';
import {
  removePersonFactor,
  resetPerson,
  savePersonRoles,
  showPerson,
  signPersonOut,
  switchPerson,
} from './person-route.tsx';
import { invitePerson, renewLink, revokeLink, showPeople } from './route.tsx';

/** Accounts and invitations. */
export function mountPeople(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.get('/people', showPeople(deps));
  app.post('/people', invitePerson(deps));
  app.post('/people/invitations/:invitation/renew', renewLink(deps));
  app.post('/people/invitations/:invitation/revoke', revokeLink(deps));
  app.get('/people/:id', showPerson(deps));
  app.post('/people/:id/roles', savePersonRoles(deps));
  app.post('/people/:id/active', switchPerson(deps));
  app.post('/people/:id/reset', resetPerson(deps));
  app.post('/people/:id/sign-out', signPersonOut(deps));
  app.post('/people/:id/factor', removePersonFactor(deps));
}
