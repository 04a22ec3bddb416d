import type { CaseId } from '../../cases/index.ts';
import { addDemandAnswer } from '../../store/index.ts';
import { momentIn } from '../../util/day.ts';
import { act } from '../kernel/act.ts';
import { day, rowId, text } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';

/**
 * Writes down that a demand was answered where no folder of sent mails tells it, so that the next one counts as a repeat. When, by the day: the
 * middle of it, or now on this day, for nobody knows the hour and mails of the evening come after it.
 */
export const noteDemandAnswer = act({
  path: '/cases/:id/demand-answers',
  right: 'cases.decide',
  audit: 'case.demand-answer',
  about: 'id',
  ask: { id: rowId<CaseId>(), day: day('behind'), note: text(1000, 'maybe') },
  logged: ['day'],
  async do(tx, { id, day, note }, { by, at, today, timeZone, sight }) {
    const answered = { at: day === today ? at : momentIn(day, '12:00', timeZone), note };
    if (!(await addDemandAnswer(tx, id, answered, { by, at }, sight))) throw new Refusal({ code: 'no-such-case' });
  },
  to: ({ id }) => `case/${id}`,
});
