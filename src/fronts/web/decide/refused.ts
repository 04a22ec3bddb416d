import { isCaseRefusal, Refusal } from '../../../actions/index.ts';
import { caseSummary, liveClaim } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import { recusedPage } from '../cases/recusal.tsx';
import { errorPage } from '../shell/error-page.tsx';
import { caseIdOf } from '../shell/id-of.ts';
import { inertLine } from '../shell/inert.ts';
import type { WebContext } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { type DecisionForm, type Errors, gapErrors } from './form.ts';

/**
 * The page that says why something was not done to a case; a form comes back with what was written.
 *
 * @throws `error` itself when it is no refusal of something done to a case.
 */
export async function refusedPage(
  c: WebContext,
  deps: FrontDeps,
  error: unknown,
  sent: Omit<DecisionForm, 'errors'> | null = null,
): Promise<Response> {
  if (!(error instanceof Refusal) || !isCaseRefusal(error.reason)) throw error;
  const { reason } = error;
  const messages = c.get('messages');
  const again = (errors: Errors) => {
    if (sent === null) throw error;
    return casePage(c, deps, { status: 400, form: { ...sent, errors } });
  };
  switch (reason.code) {
    case 'not-allowed':
      return errorPage(c, deps, 'forbidden');
    case 'no-such-case':
      return c.notFound();
    case 'recused':
      return recusedPage(c, deps);
    case 'case-status':
    case 'case-claimed':
    case 'case-assigned':
      return casePage(c, deps, { status: 409, conflict: await conflictOf(c, deps, reason.code) });
    case 'incomplete':
      return again(gapErrors(reason.missing, messages));
    case 'words-nowhere':
      return again({ missed: messages.form.missedNowhere(inertLine(reason.words, 60)) });
    case 'wrong-recipient':
      return again({ to: messages.form.toMissing });
  }
}

async function conflictOf(
  c: WebContext,
  { db, now }: FrontDeps,
  code: 'case-status' | 'case-claimed' | 'case-assigned',
): Promise<string> {
  const { conflict } = c.get('messages');
  const id = caseIdOf(c);
  if (code === 'case-assigned') return conflict.assigned;
  if (code === 'case-claimed') return conflict.claimed(inertLine((await liveClaim(db, id, now()))?.name ?? '', 100));
  const summary = await caseSummary(db, id, visibilityOf(c));
  if (summary?.status === 'merged') return conflict.merged;
  const by = summary?.decidedBy ?? null;
  return by === null ? conflict.open : conflict.decided(inertLine(by, 100));
}
