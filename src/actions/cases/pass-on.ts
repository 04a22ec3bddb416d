import type { CaseId } from '../../cases/index.ts';
import { declineCase, skipCase, unskipCase } from '../../store/index.ts';
import { requirePerson, reviewerOf } from '../actor.ts';
import { act } from '../kernel/act.ts';
import { rowId } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';

/** About no case that is admitted: what speaks of somebody they may let go, too. */
const usual = {
  right: 'cases.decide',
  audit: 'case.skip',
  ask: { id: rowId<CaseId>() },
  logged: [],
  to: ({ id }: { readonly id: CaseId }) => `case/${id}`,
} as const;

/** Lets a case go and is not served it again. Nobody has to say why. */
export const skip = act({
  ...usual,
  path: '/cases/:id/skip',
  do: (tx, { id }, { actor, at }) => done(skipCase(tx, id, reviewerOf(requirePerson(actor)), at)),
});

/** The same for good, whoever hands it over; the log does not tell it from a skip. */
export const decline = act({
  ...usual,
  path: '/cases/:id/decline',
  do: (tx, { id }, { actor, at }) => done(declineCase(tx, id, reviewerOf(requirePerson(actor)), at)),
});

/** Takes a skip or a declining back; the log does not tell which it was. */
export const undoPassOn = act({
  ...usual,
  path: '/cases/:id/undecline',
  audit: 'case.unskip',
  do: (tx, { id }, { actor }) => done(unskipCase(tx, id, reviewerOf(requirePerson(actor)))),
});

async function done(doing: Promise<boolean>): Promise<void> {
  if (!(await doing)) throw new Refusal({ code: 'no-such-case' });
}
