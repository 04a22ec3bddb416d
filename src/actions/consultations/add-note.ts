import { addCaseNote, addConsultationNote, ownCase, ownConsultation } from '../../store/index.ts';
import { auditActorOf } from '../actor.ts';
import { course } from '../kernel/act.ts';
import { madeId, text } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';
import { reportEntry } from '../report-entry.ts';

/**
 * Adds to what a person handed in themselves, or a fact to a case that befell them: at any time, decided or not. A fact that they told stands in
 * the case file as theirs.
 */
export const addNote = course({
  path: '/reports/:report/notes',
  right: 'account',
  ask: { report: madeId(), note: text(5000) },
  async run({ db, audit }, { report: id, note }, { actor, person, by, at }) {
    const handedIn = await ownConsultation(db, person!, id);
    const own = handedIn === null ? await ownCase(db, person!, id) : null;
    if (handedIn === null && own === null) throw new Refusal({ code: 'not-there' });
    await audit.during(
      async (tx) => {
        if (own === null) await addConsultationNote(tx, person!, id, note, at);
        else await addCaseNote(tx, own.caseId, { kind: 'fact', on: null, words: note, told: true }, { by, at });
      },
      () => reportEntry(auditActorOf(actor, at), 'report.note', handedIn ?? { id, confidential: own!.confidential }),
    );
  },
});
