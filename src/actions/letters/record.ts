import type { CaseId } from '../../cases/index.ts';
import {
  type Day,
  type Letter,
  type LetterId,
  SENDING_WAYS,
  type SendingWay,
  TALK_DAYS,
  todayIn,
} from '../../response/index.ts';
import {
  addTalk,
  caseOrigin,
  counterpartyOfCase,
  type Db,
  holdForLetter,
  noteReply,
  noteSent,
  type Written,
  withdrawLetter as withdrawInStore,
} from '../../store/index.ts';
import { dayAfter } from '../../util/day.ts';
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

/**
 * How and when a person sent an approved letter. Komainu sends none by itself. One that asks for talks is in the counterparty's register of talks from
 * then on, unless the case is confidential: sales reads that register.
 *
 * @throws Refusal `wrong-day`, too
 */
export const noteLetterSent = act({
  ...usual,
  path: '/cases/:id/letters/:letter/sent',
  audit: 'letter.sent',
  ask: { ...asked, day: day(), way: choice(SENDING_WAYS), note: text(1000, 'maybe') },
  logged: ['day', 'way'],
  do: (tx, given, doer) =>
    noted(tx, given, doer, async (letter, who) => {
      requireBetween(given.day, todayIn(doer.timeZone, letter.drafted.at), doer);
      const sent = await noteSent(tx, given.letter, given, who);
      if (sent && letter.kind === 'talks') await enterTalk(tx, letter, given, doer);
      return sent;
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

async function enterTalk(
  tx: Db,
  { caseId, written, days }: Letter,
  { day: asked, way }: { readonly day: Day; readonly way: SendingWay },
  { by, at, sight }: Doer,
): Promise<void> {
  const found = await counterpartyOfCase(tx, caseId, sight);
  const origin = await caseOrigin(tx, caseId, sight);
  if (found?.counterparty.kind !== 'company' || origin === null || origin.confidential) return;
  const who = written.sender.replace(/\s+/g, ' ').trim().slice(0, 100);
  const due = days['reply-by'] ?? (dayAfter(asked, TALK_DAYS) as Day);
  const request = { counterpartyId: found.counterparty.id, asked, who, words: written.request, due };
  await addTalk(tx, { ...request, way: way === 'mail' ? 'mail' : 'letter' }, { by, at });
}

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
