import type { Asking } from '../../../actions/sign-in/index.ts';
import type { Actor, AuditAction, AuditEntry, Details } from '../../../audit/index.ts';
import { clientAddress, type FrontDeps } from '../../shared/index.ts';
import type { WebContext } from './page.tsx';

type Where = Pick<FrontDeps, 'now' | 'url' | 'trustedProxies'>;

/** Whoever sent this request, for the audit log. */
export function actorOf(c: WebContext, deps: Where): Actor {
  const person = c.get('person');
  const address = clientAddress(c, deps);
  return { at: deps.now(), person: person?.id ?? null, name: person?.name ?? '', address };
}

/** The same for the library that signs people in. What a browser calls itself may be anything. */
export const askingOf = (c: WebContext, deps: Where): Asking => ({
  by: actorOf(c, deps),
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
): AuditEntry => ({ ...actorOf(c, deps), action, target, details });

/** The same about a report. The log of a confidential one names nobody: whoever reads it may be the one not to know. */
export const reportEntry = (
  c: WebContext,
  deps: Where,
  action: AuditAction & `report.${string}`,
  { id, confidential }: { readonly id: string; readonly confidential: boolean },
  details: Details = {},
): AuditEntry => ({
  ...(confidential ? { at: deps.now(), person: null, name: '', address: null } : actorOf(c, deps)),
  action,
  target: `report/${id}`,
  details: confidential ? {} : details,
});
