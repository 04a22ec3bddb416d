import type { PastRunId } from '../../cases/index.ts';
import { askForCases } from '../../store/index.ts';
import { act } from '../kernel/act.ts';
import { rowId } from '../kernel/ask.ts';

/**
 * Has cases made of the mails that a comparison found newly, once what finds them is in force. Whoever screens does it: each mail is read and judged
 * anew, and what was surfaced before, or decided, stays as it is. Asked again, it goes on with those of which none was made.
 *
 * @returns false when there is no such comparison of mailboxes, it is not done, or it is being worked at
 */
export const askForPastCases = act({
  path: '/past/:run/cases',
  right: 'past.cases',
  audit: 'past.cases',
  ask: { run: rowId<PastRunId>() },
  logged: [],
  do: (tx, { run }, { by, person, at }) => askForCases(tx, run, { by, person, at }),
  told: (asked: boolean) => (asked ? {} : null),
  to: ({ run }) => `past/${run}`,
});
