import { type CaseId, INCIDENT_HEADER } from '../../cases/index.ts';
import { type ComposedFile, composeMail } from '../../mail/index.ts';
import type { CaseNote } from '../../response/index.ts';
import { addCaseNote, addNoteFiles, filesOfNotes } from '../../store/index.ts';
import { type Actor, auditActorOf, nameOf, visibilityOf } from '../actor.ts';
import { admit } from '../cases/admit.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';

/** As many notes of one case take files: a stolen session does not fill the disk. */
const MOST_NOTES = 50;

/**
 * Notes a fact in the file of a case with a photo, a recording or a scan. The files are kept as those of an incident are: as
 * the attachments of one mail of the case, with everything that holds for mails.
 *
 * @returns false when too many notes of the case have files: nothing was noted
 * @throws Refusal `not-allowed`, `recused` or `no-such-case`
 *
 * @example
 * await noteWithFiles(deps, actor, id, { kind: 'fact', on: null, words: '店頭の写真' }, [{ name, type, bytes }]);
 */
export async function noteWithFiles(
  deps: Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now' | 'wake'>,
  actor: Actor,
  id: CaseId,
  note: Extract<CaseNote, { kind: 'fact' }>,
  files: readonly ComposedFile[],
): Promise<boolean> {
  await admit(deps, actor, id);
  if ((await filesOfNotes(deps.db, id)).length >= MOST_NOTES) return false;
  const at = deps.now();
  const raw = composeMail([`${INCIDENT_HEADER}: yes`], '', files);
  await deps.audit.during(
    async (tx) => {
      const made = await addCaseNote(tx, id, note, { by: nameOf(actor), at }, visibilityOf(actor));
      if (made === null) throw new Refusal({ code: 'no-such-case' });
      await addNoteFiles(tx, id, made, raw, at);
      return made;
    },
    (made) => ({
      ...auditActorOf(actor, at),
      action: 'case.note',
      target: `case/${id}`,
      details: { note: made, kind: note.kind, files: files.length },
    }),
  );
  deps.wake();
  return true;
}
