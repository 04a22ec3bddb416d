import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { auditActorOf, type ProgramActor, type ValidToken } from '../../../actions/index.ts';
import type { AuditActor } from '../../../audit/index.ts';
import type { Visibility } from '../../../store/index.ts';
import { clientAddress, type FrontDeps } from '../../shared/index.ts';

/** What every request knows once the guard has let it in. */
export interface ApiEnv {
  Bindings: HttpBindings;
  Variables: { token: ValidToken };
}

/** What the program may see of cases: confidential ones only with the role of the consultation desk. */
export const visibilityOf = (c: Context<ApiEnv>): Visibility => ({
  seesConfidential: c.get('token').roles.includes('desk'),
});

type Deps = Pick<FrontDeps, 'now' | 'url' | 'trustedProxies'>;

/** Whoever asks, before anyone knows who it is. */
export const strangerOf = (c: Context<ApiEnv>, deps: Deps): AuditActor => ({
  at: deps.now(),
  person: null,
  name: '',
  address: clientAddress(c, deps),
});

/** The program whose token came with the request. */
export function actorOf(c: Context<ApiEnv>, deps: Deps): ProgramActor {
  const { id, name, roles, owner } = c.get('token');
  return { kind: 'program', id, name, roles, owner, address: clientAddress(c, deps) };
}

/** The same for the audit log. */
export const askerOf = (c: Context<ApiEnv>, deps: Deps): AuditActor => auditActorOf(actorOf(c, deps), deps.now());
