import type { CaseId } from '../../cases/index.ts';
import { type Day, type Letter, type LetterId, SENDING_WAYS, todayIn } from '../../response/index.ts';
import {
  type Db,
  holdForLetter,
  noteReply,
  noteSent,
  type Written,
  withdrawLetter as withdrawInStore,
} from '../../store/index.ts';
import { act, type Doer } from '../kernel/act.ts';
import { choice, day, rowId, text } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';
import { detailsOf, requireLetter } from './case.ts';

const usual = {
  right: 'cases.letters',
  for: ['programs', 'commands'],
  about: 'id',
  told: detailsOf,
  to: ({ id }: { readonly id: CaseId }) => `case/${id}`,
} as const;
const asked = { id: rowId<CaseId>(), letter: rowId<LetterId>() };

/** Withdraws a letter that has not gone out: its files can no longer be saved. @throws Refusal `no-such-letter` or `letter-status`, as do the next two */
export const withdrawLetter = act({
  ...usual,
  path: '/cases/:id/letters/:letter/withdraw',
  audit: 'letter.withdraw',
  ask: asked,
  logged: [],
  do: (tx, given, doer) => noted(tx, given, doer, (_, who) => withdrawInStore(tx, given.letter, who)),
});

/** How and when a person sent an approved letter. Komainu sends none by itself. @throws Refusal `wrong-day`, too */
export const noteLetterSent = act({
  ...usual,
  path: '/cases/:id/letters/:letter/sent',
  audit: 'letter.sent',
  ask: { ...asked, day: day(), way: choice(SENDING_WAYS), note: text(1000, 'maybe') },
  logged: ['day', 'way'],
  do: (tx, given, doer) =>
    noted(tx, given, doer, ({ drafted }, who) => {
      requireBetween(given.day, todayIn(doer.timeZone, drafted.at), doer);
      return noteSent(tx, given.letter, given, who);
    }),
});

/** What came back, in a person's words; written anew it takes the place of what was there. @throws Refusal `wrong-day`, too */
export const noteLetterReply = act({
  ...usual,
  path: '/cases/:id/letters/:letter/reply',
  audit: 'letter.reply',
  ask: { ...asked, day: day(), note: text(1000) },
  logged: ['day'],
  do: (tx, given, doer) =>
    noted(tx, given, doer, ({ sent }, who) => {
      if (sent === null) throw new Refusal({ code: 'letter-status' });
      requireBetween(given.day, sent.day, doer);
      return noteReply(tx, given.letter, given, who);
    }),
});

function requireBetween(day: Day, first: Day, { today }: Pick<Doer, 'today'>): void {
  if (day < first || day > today) throw new Refusal({ code: 'wrong-day' });
}

async function noted(
  tx: Db,
  { id, letter: which }: { readonly id: CaseId; readonly letter: LetterId },
  { actor, sight, by, at }: Doer,
  write: (letter: Letter, who: Written) => Promise<boolean>,
): Promise<Letter> {
  const letter = await requireLetter(tx, actor, id, which);
  if ((await holdForLetter(tx, id, sight)) === null) throw new Refusal({ code: 'no-such-case' });
  if (!(await write(letter, { by, at }))) throw new Refusal({ code: 'letter-status' });
  return letter;
}
