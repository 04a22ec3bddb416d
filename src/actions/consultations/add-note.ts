import { addConsultationNote, ownConsultation } from '../../store/index.ts';
import { auditActorOf } from '../actor.ts';
import { course } from '../kernel/act.ts';
import { madeId, text } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';
import { reportEntry } from '../report-entry.ts';

/** Adds to what a person handed in themselves. @throws Refusal `case-status` once its case is decided: a new report says more */
export const addNote = course({
  path: '/reports/:report/notes',
  right: 'account',
  ask: { report: madeId(), note: text(5000) },
  async run({ db, audit }, { report: id, note }, { actor, person, at }) {
    const report = await ownConsultation(db, person!, id);
    if (report === null) throw new Refusal({ code: 'not-there' });
    await audit.during(
      async (tx) => {
        if (!(await addConsultationNote(tx, person!, report.id, note, at))) throw new Refusal({ code: 'case-status' });
      },
      () => reportEntry(auditActorOf(actor, at), 'report.note', report),
    );
  },
});
