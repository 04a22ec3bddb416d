import { many } from '../shell/many.ts';
import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  together: {
    title: 'Act on the chosen cases together',
    ticked: ' chosen',
    tick: (id) => `Choose case ${id}`,
    chooseReason: 'Reason for dismissal…',
    person: 'To whom to hand over or assign',
    choosePerson: 'To whom…',
    assign: 'Assign',
    assignHint: 'They are assigned to this person. It is no decision; the audit log keeps it.',
    take: 'Assign to me',
    similar: 'Choose near-duplicates, too',
    hint: 'Each case is done by the same rules as by itself, with its own entry in the audit log. An approval needs a severity and a ground, so that it cannot be made together.',
    chooseTitle: 'Cases to act on together',
    chooseLead:
      'The chosen cases, and those that are nearly the same. Urgent ones are not ticked. Untick those you do not mean.',
    leftOut: (n) =>
      `${many(n, 'more case that is nearly the same was', 'more cases that are nearly the same were')} found and left out here. Choose once more after these are done.`,
    notLookedUp: (n) => `For ${many(n, 'chosen case', 'chosen cases')} nothing nearly the same was looked for.`,
    noneChosen: 'Choose cases.',
    nothingToDo: 'Together cases can be dismissed, handed over, assigned and skipped.',
    back: 'Back to the list',
    done: {
      dismiss: (n) => `${many(n, 'case was', 'cases were')} dismissed.`,
      'hand-over': (n) => `${many(n, 'case was', 'cases were')} handed over.`,
      assign: (n) => `${many(n, 'case was', 'cases were')} assigned.`,
      skip: (n) => `${many(n, 'case was', 'cases were')} skipped.`,
      undo: (n) => `${many(n, 'case is', 'cases are')} as before.`,
    },
    undo: (n) => `Undo ${many(n, 'case', 'cases')}`,
    left: (n) => `${many(n, 'case stays', 'cases stay')} as before:`,
    whyNot: {
      recused: 'its mails speak of you; others decide it.',
      'case-status': 'it was decided already.',
      since: 'it was decided anew since; it was not undone.',
      'case-claimed': 'someone else is looking at it.',
      'case-assigned': 'it is assigned to someone else.',
      'wrong-recipient': 'that person does not decide this case.',
      'no-such-case': 'there is no such case.',
      'not-allowed': 'no role of yours allows that.',
      other: 'it could not be done.',
    },
  },
};
