import { parseCaseId } from '../../../cases/index.ts';
import { type LastDecision, lastDecision, similarCases } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import type { Messages } from '../shell/messages.ts';
import type { WebContext } from '../shell/page.tsx';
import { lookingOf, visibilityOf } from '../shell/reviewer.ts';
import type { After } from './after.tsx';

const A_MOMENT = 60 * 60_000;

/** What the address says was decided a moment ago; null unless it was this person. */
export async function afterOf(c: WebContext, { db, now }: FrontDeps): Promise<After | null> {
  const id = parseCaseId(c.req.query('after') ?? '');
  const person = c.get('person')!.id;
  const last = id === null ? null : await lastDecision(db, id, visibilityOf(c));
  if (id === null || last === null || last.person !== person) return null;
  if (now().getTime() - last.at.getTime() > A_MOMENT) return null;
  const messages: Messages = c.get('messages');
  return {
    id,
    said: messages.decide.after[last.decision.kind](id),
    undo: undoOf(last, messages),
    care: last.status === 'approved',
    similar: last.status === 'dismissed' ? (await similarCases(db, id, lookingOf(c, now()))).length : 0,
  };
}

/** How what was done is undone; null when it was undone already. */
function undoOf({ status, decision }: LastDecision, { decide: say }: Messages): string | null {
  if (status !== 'open') return say.undo;
  return decision.kind === 'hand-over' ? say.undoHandOver : null;
}
