import type { CaseId } from '../../cases/index.ts';
import { answerConsultation } from '../../store/index.ts';
import { auditActorOf } from '../actor.ts';
import { course } from '../kernel/act.ts';
import { rowId, text } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';
import { reportEntry } from '../report-entry.ts';

/**
 * Answers whoever handed a case in, or asks them back. Also once it is decided: how it ended is an answer, too.
 *
 * @throws Refusal `no-such-case` also where nobody handed the case in
 */
export const answer = course({
  path: '/cases/:id/answer',
  right: 'cases.decide',
  about: 'id',
  ask: { id: rowId<CaseId>(), words: text(5000) },
  async run({ audit }, { id, words }, { actor, by, at, sight, admitted }) {
    const { report } = admitted!.detail;
    if (report === null) throw new Refusal({ code: 'no-such-case' });
    await audit.during(
      async (tx) => {
        if (!(await answerConsultation(tx, id, words, { by, at }, sight))) throw new Refusal({ code: 'no-such-case' });
      },
      () => reportEntry(auditActorOf(actor, at), 'report.answer', report),
    );
  },
});
