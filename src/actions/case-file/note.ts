import type { Deed } from '../../audit/index.ts';
import type { CaseId } from '../../cases/index.ts';
import type { CaseEntryId, CaseNote } from '../../response/index.ts';
import { addCaseNote, strikeCaseNote } from '../../store/index.ts';
import { type Actor, auditActorOf, nameOf, visibilityOf } from '../actor.ts';
import { admit } from '../cases/admit.ts';
import type { ActionDeps } from '../deps.ts';
import { act } from '../kernel/act.ts';
import { rowId } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';

type Deps = Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>;

/**
 * Notes who is concerned, a fact, an effect, a cause on our side or a judgement in the file of a case, whatever its status. The log keeps the
 * kind, never the words: they may speak of somebody's health or family.
 *
 * @throws Refusal `not-allowed`, `recused` or `no-such-case`
 *
 * @example
 * await noteInCase(deps, actor, id, { kind: 'effect', harm: 'time', words: '電話2時間' });
 */
export async function noteInCase(deps: Deps, actor: Actor, id: CaseId, note: CaseNote): Promise<void> {
  await admit(deps, actor, id);
  const at = deps.now();
  await deps.audit.during(
    async (tx) => {
      const made = await addCaseNote(tx, id, note, { by: nameOf(actor), at }, visibilityOf(actor));
      if (made === null) throw new Refusal({ code: 'no-such-case' });
      return made;
    },
    (made) => ({ ...auditActorOf(actor, at), ...deedOf(id, { note: made, kind: note.kind }) }),
  );
}

/** Strikes a note that was wrong; it stays readable, with who struck it. */
export const strikeInCase = act({
  path: '/cases/:id/file/notes/:note/strike',
  right: 'cases.decide',
  for: ['programs', 'commands'],
  audit: 'case.note',
  about: 'id',
  ask: { id: rowId<CaseId>(), note: rowId<CaseEntryId>() },
  logged: ['note'],
  async do(tx, { id, note }, { by, at, sight, admitted }) {
    const file = new Set([id, ...admitted!.detail.merging.parts.map((part) => part.id)]);
    const of = await strikeCaseNote(tx, note, { by, at }, sight);
    if (of === null || !file.has(of)) throw new Refusal({ code: 'not-there' });
    return { id };
  },
  told: () => ({ struck: true }),
  to: ({ id }) => `case/${id}`,
});

const deedOf = (id: CaseId, details: Deed['details']): Deed => ({ action: 'case.note', target: `case/${id}`, details });
