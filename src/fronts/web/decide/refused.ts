import { caseSummary, liveClaim } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import type { Tried } from '../shell/acts/form.tsx';
import { caseIdOf } from '../shell/id-of.ts';
import { inertLine } from '../shell/inert.ts';
import type { WebContext } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { errorsOf } from './form.ts';

/** Of an act on the page of a case: it says why something was not done, and a form of a decision comes back with what was written. */
export const ON_CASE = {
  show: refused,
  says: ['case-status', 'case-claimed', 'case-assigned', 'incomplete', 'words-nowhere', 'wrong-recipient'],
} as const;

async function refused(c: WebContext, deps: FrontDeps, { act, values, problems, reason }: Tried): Promise<Response> {
  const messages = c.get('messages');
  const errors = errorsOf(reason ?? { code: 'wrong-fields', fields: problems }, messages);
  if (errors === null) return casePage(c, deps, { status: 409, conflict: await conflictOf(c, deps, reason!.code) });
  const kind = act.api?.kind;
  if (kind !== undefined) return casePage(c, deps, { status: 400, form: { kind, values, errors } });
  return casePage(c, deps, { status: 400, conflict: messages.assign.wrongPerson }); // of the others, only this asks for something
}

async function conflictOf(c: WebContext, { db, now }: FrontDeps, code: string): Promise<string> {
  const { conflict } = c.get('messages');
  const id = caseIdOf(c);
  if (code === 'case-assigned') return conflict.assigned;
  if (code === 'case-claimed') return conflict.claimed(inertLine((await liveClaim(db, id, now()))?.name ?? '', 100));
  const summary = await caseSummary(db, id, visibilityOf(c));
  if (summary?.status === 'merged') return conflict.merged;
  const by = summary?.decidedBy ?? null;
  return by === null ? conflict.open : conflict.decided(inertLine(by, 100));
}
