import type { Actor, AuditAction, AuditEntry, Details } from '../audit/index.ts';
import { clientAddress } from './client-address.ts';
import type { DeskDeps } from './deps.ts';
import type { DeskContext } from './page.tsx';

/** Whoever sent this request, for the audit log. */
export function actorOf(c: DeskContext, { now, url }: Pick<DeskDeps, 'now' | 'url'>): Actor {
  const person = c.get('person');
  return { at: now(), person: person?.id ?? null, name: person?.name ?? '', address: clientAddress(c, url !== null) };
}

/** What their browser calls itself; may be anything. */
export const agentOf = (c: DeskContext): string => (c.req.header('user-agent') ?? '').slice(0, 200);

/** What they did. Only ids and choices: see `Details`. */
export const entryOf = (
  c: DeskContext,
  deps: Pick<DeskDeps, 'now' | 'url'>,
  action: AuditAction,
  target: string,
  details: Details = {},
): AuditEntry => ({ ...actorOf(c, deps), action, target, details });
