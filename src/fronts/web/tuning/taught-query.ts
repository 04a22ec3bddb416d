import { parseChangeId } from '../../../cases/index.ts';
import { dictionaryChangeById, dictionaryChanges } from '../../../store/index.ts';
import { draftOf } from '../../../tuning/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import type { WebContext } from '../shell/page.tsx';
import type { Taught } from './taught.tsx';

const A_MOMENT = 60 * 60_000;

/** What the address says was taught a moment ago; null unless it was this person. */
export async function taughtIn(c: WebContext, { db, now }: FrontDeps): Promise<Taught | null> {
  const asked = c.req.query('taught') ?? '';
  if (asked === 'suggested') return { kind: 'suggested' };
  const id = parseChangeId(asked);
  const change = id === null ? null : await dictionaryChangeById(db, id);
  if (id === null || change === null || change.after === null || change.person !== c.get('person')!.id) return null;
  if (now().getTime() - change.at.getTime() > A_MOMENT) return null;
  const [newest] = await dictionaryChanges(db, { entry: change.entry, limit: 1 });
  if (newest?.id !== id) return newest?.reverts === id ? { kind: 'taken-back' } : null;
  const draft = draftOf({ ...change, text: change.after });
  return draft === null
    ? null
    : { kind: 'taught', change: id, entry: change.entry, words: draft.say[0] ?? change.entry };
}
