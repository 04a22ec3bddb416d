import { addConsultationNote, ownConsultation } from '../../store/index.ts';
import { auditActorOf, type PersonActor } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { reportEntry } from '../report-entry.ts';

/** `late`: its case is decided; a new report says more. */
export type NoteAdded = 'added' | 'late' | 'no-such-report';

/** Adds to what a person handed in themselves. */
export async function addNote(
  { db, audit, now }: Pick<ActionDeps, 'db' | 'audit' | 'now'>,
  person: PersonActor,
  id: string,
  words: string,
): Promise<NoteAdded> {
  const report = await ownConsultation(db, person.id, id);
  if (report === null) return 'no-such-report';
  const at = now();
  const added = await audit.during(
    (tx) => addConsultationNote(tx, person.id, report.id, words, at),
    (done) => (done ? reportEntry(auditActorOf(person, at), 'report.note', report) : null),
  );
  return added ? 'added' : 'late';
}
