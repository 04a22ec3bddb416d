import {
  announceChange,
  announcedChanges,
  dropChange,
  lockDictionaries,
  newestChanges,
  noteWritten,
} from '../../store/index.ts';
import { locate } from '../../tuning/index.ts';
import { auditActorOf } from '../actor.ts';
import { type ChangeDeps, DEEDS } from './write-change.ts';

const LONG_AGO_MS = 60_000; // nobody is still writing it

/**
 * Makes the history true to the files. A change that was meant when the process died is noted as written, or forgotten; and what a
 * person changed in the file since is noted as a change of its own, for rules that have a history.
 *
 * @param atStart nobody else is writing yet
 */
export async function settleChanges(deps: ChangeDeps, atStart = false): Promise<void> {
  const { db, audit, lab } = deps;
  const at = deps.now();
  const until = new Date(at.getTime() - (atStart ? 0 : LONG_AGO_MS));
  const files = await lab.folder.read();
  const textOf = (id: string) => locate(files, id)?.item.text ?? null;
  for (const change of await announcedChanges(db, until)) {
    if (textOf(change.entry) !== change.after) {
      await dropChange(db, change.id);
      continue;
    }
    await audit.during(
      (tx) => noteWritten(tx, change.id),
      () => ({
        ...auditActorOf({ kind: 'service' }, at),
        action: DEEDS[change.kind],
        target: `entry/${change.entry}`,
        details: { change: change.id, file: change.file, settled: true },
      }),
    );
  }
  for (const { entry, act, section, after } of await newestChanges(db)) {
    const known = locate(files, entry);
    const now = known?.item.text ?? null;
    if (now === after) continue;
    await db.transaction(async (tx) => {
      await lockDictionaries(tx);
      const newest = (await newestChanges(tx)).find((one) => one.entry === entry);
      if (newest?.after !== after) return; // somebody was first
      const file = known?.file.path ?? newest.file;
      const change = { at, person: null, by: '', kind: 'by-hand', entry, act, section, file } as const;
      await announceChange(tx, { ...change, before: after, after: now, reason: '', effect: null, reverts: null }, true);
    });
  }
}
