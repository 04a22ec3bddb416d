import type { PersonId, ViewId } from '../../cases/index.ts';
import { deleteView as deleteOwnView, saveView as saveOwnView } from '../../store/index.ts';
import { act } from '../kernel/act.ts';
import { line, rowId } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';

/** Gives a narrowed list a name. The name may say anything, so the log does not keep it. @returns false when the person has as many as there may be */
export const saveView = act({
  path: '/views',
  right: 'cases.read',
  audit: 'settings.change',
  ask: { name: line(60), address: line(2000) },
  logged: [],
  do: async (tx, view, { person }) => ({ person: person!, saved: await saveOwnView(tx, person!, view) }),
  told: ({ saved }: { readonly person: PersonId; readonly saved: boolean }) => (saved ? { view: 'saved' } : null),
  to: (_, { person }) => `account/${person}`,
});

/** Only views of one's own can be named. */
export const deleteView = act({
  path: '/views/:view/delete',
  right: 'cases.read',
  audit: 'settings.change',
  ask: { view: rowId<ViewId>() },
  logged: [],
  async do(tx, { view }, { person }) {
    if (!(await deleteOwnView(tx, person!, view))) throw new Refusal({ code: 'not-there' });
    return person!;
  },
  told: () => ({ view: 'deleted' }),
  to: (_, person) => `account/${person}`,
});
