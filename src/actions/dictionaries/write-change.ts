import type { AuditAction } from '../../audit/index.ts';
import type { ChangeId } from '../../cases/index.ts';
import { UnwrittenFileError } from '../../screening/index.ts';
import {
  announceChange,
  dropChange,
  lockDictionaries,
  type NewDictionaryChange,
  noteWritten,
} from '../../store/index.ts';
import { fingerprint, locate, type Plan } from '../../tuning/index.ts';
import { type Actor, auditActorOf, nameOf, personIdOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';

export type ChangeDeps = Pick<ActionDeps, 'db' | 'audit' | 'now' | 'lab'>;

/** What each kind of change is in the audit log. */
export const DEEDS = {
  save: 'dictionary.change',
  'by-hand': 'dictionary.change',
  revert: 'dictionary.revert',
  promote: 'dictionary.promote', // of earlier versions, as the next
  demote: 'dictionary.demote',
} as const satisfies Record<NewDictionaryChange['kind'], AuditAction>;

const MOST_ATTEMPTS = 3; // somebody else may write another rule of the same file at the same time

/**
 * Writes a change of one rule: first down as meant, then into the file, then down as written. Killed in between, `settleChanges` finds
 * out which it was.
 *
 * @param base fingerprint of the rule that whoever acts has looked at
 * @param plan made of the files as they are at that moment
 * @throws Refusal `entry-changed`, `file-unwritten`
 */
export async function writeChange(
  deps: ChangeDeps,
  actor: Actor,
  base: string,
  plan: () => Promise<Plan>,
  told: Pick<NewDictionaryChange, 'kind' | 'entry' | 'act' | 'reason' | 'effect' | 'reverts'>,
): Promise<ChangeId> {
  const { db, audit, lab } = deps;
  const at = deps.now();
  for (let attempt = 1; ; attempt++) {
    const { path, fileBefore, fileAfter, section, before, after } = await plan();
    if (fingerprint(before) !== base) throw new Refusal({ code: 'entry-changed' });
    const row = { ...told, at, person: personIdOf(actor), by: nameOf(actor), file: path, section, before, after };
    const id = await announceChange(db, row);
    try {
      await audit.during(
        async (tx) => {
          await lockDictionaries(tx);
          await lab.folder.write(path, fileAfter, fileBefore);
          await noteWritten(tx, id);
        },
        () => ({
          ...auditActorOf(actor, at),
          action: DEEDS[told.kind],
          target: `entry/${told.entry}`,
          details: {
            change: id,
            file: path,
            ...(told.reverts === null ? {} : { reverts: told.reverts }),
          },
        }),
      );
      return id;
    } catch (error) {
      if (!(error instanceof UnwrittenFileError)) throw error; // the store: the file may be written, and is settled later
      await dropChange(db, id);
      if (error.code !== 'changed') throw new Refusal({ code: 'file-unwritten', cause: error.code });
      if (attempt === MOST_ATTEMPTS) throw new Refusal({ code: 'entry-changed' });
    }
  }
}

/** The lines of a rule as they are in force; null: it is not there. */
export async function currentText({ lab }: Pick<ChangeDeps, 'lab'>, id: string): Promise<string | null> {
  return locate(await lab.folder.read(), id)?.item.text ?? null;
}
