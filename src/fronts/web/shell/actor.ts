import type { PersonActor } from '../../../actions/index.ts';
import type { Asking } from '../../../actions/sign-in/index.ts';
import type { AuditAction, AuditActor, AuditEntry, Details } from '../../../audit/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { clientAddress } from '../../shared/index.ts';
import type { WebContext } from './page.tsx';

type Where = Pick<FrontDeps, 'now' | 'url' | 'trustedProxies'>;

/** The signed-in person as someone who acts. Routes that need an account have made sure that there is one. */
export function actorOf(c: WebContext, deps: Where): PersonActor {
  const { id, name, email, roles } = c.get('person')!;
  return { kind: 'person', id, name, email, roles, address: clientAddress(c, deps) };
}

/** Whoever sent this request, perhaps a stranger, for the audit log. */
export function askerOf(c: WebContext, deps: Where): AuditActor {
  const person = c.get('person');
  const address = clientAddress(c, deps);
  return { at: deps.now(), person: person?.id ?? null, name: person?.name ?? '', address };
}

/** The same for the library that signs people in. What a browser calls itself may be anything. */
export const askingOf = (c: WebContext, deps: Where): Asking => ({
  by: askerOf(c, deps),
  agent: (c.req.header('user-agent') ?? '').slice(0, 200),
  cookie: c.req.header('cookie') ?? '',
});

/** What they did. Only ids and choices: see `Details`. */
export const entryOf = (
  c: WebContext,
  deps: Where,
  action: AuditAction,
  target: string,
  details: Details = {},
): AuditEntry => ({ ...askerOf(c, deps), action, target, details });
