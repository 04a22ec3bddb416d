import type { AuditAction } from '../../audit/index.ts';
import type { CaseId } from '../../cases/index.ts';
import { type Day, type Letter, type LetterId, type SendingWay, todayIn } from '../../response/index.ts';
import {
  type Db,
  holdForLetter,
  noteReply,
  noteSent,
  type Written,
  withdrawLetter as withdrawInStore,
} from '../../store/index.ts';
import { type Actor, auditActorOf, nameOf, visibilityOf } from '../actor.ts';
import { Refusal } from '../refusal.ts';
import { detailsOf } from './approve.ts';
import { type LetterDeps, letterCase, requireLetter } from './case.ts';

/**
 * Withdraws a letter that has not gone out: its files can no longer be saved.
 *
 * @throws Refusal `not-allowed`, `no-such-case`, `recused`, `no-such-letter` or `letter-status`, as do the next two
 */
export const withdrawLetter = (deps: LetterDeps, actor: Actor, id: CaseId, which: LetterId): Promise<void> =>
  note(deps, actor, id, which, 'letter.withdraw', {}, (tx, _, who) => withdrawInStore(tx, which, who));

/** How and when a person sent an approved letter. Komainu sends none by itself. @throws Refusal `wrong-day`, too */
export const noteLetterSent = (
  deps: LetterDeps,
  actor: Actor,
  id: CaseId,
  which: LetterId,
  sent: { readonly day: Day; readonly way: SendingWay; readonly note: string },
): Promise<void> =>
  note(deps, actor, id, which, 'letter.sent', { day: sent.day, way: sent.way }, (tx, letter, who) => {
    requireBetween(sent.day, todayIn(deps.company.timeZone, letter.drafted.at), deps);
    return noteSent(tx, which, sent, who);
  });

/** What came back, in a person's words; written anew it takes the place of what was there. @throws Refusal `wrong-day`, too */
export const noteLetterReply = (
  deps: LetterDeps,
  actor: Actor,
  id: CaseId,
  which: LetterId,
  reply: { readonly day: Day; readonly note: string },
): Promise<void> =>
  note(deps, actor, id, which, 'letter.reply', { day: reply.day }, (tx, letter, who) => {
    if (letter.sent === null) throw new Refusal({ code: 'letter-status' });
    requireBetween(reply.day, letter.sent.day, deps);
    return noteReply(tx, which, reply, who);
  });

function requireBetween(day: Day, first: Day, { now, company }: Pick<LetterDeps, 'now' | 'company'>): void {
  if (day < first || day > todayIn(company.timeZone, now())) throw new Refusal({ code: 'wrong-day' });
}

async function note(
  deps: LetterDeps,
  actor: Actor,
  id: CaseId,
  which: LetterId,
  action: Extract<AuditAction, `letter.${string}`>,
  details: Readonly<Record<string, string>>,
  write: (tx: Db, letter: Letter, who: Written) => Promise<boolean>,
): Promise<void> {
  await letterCase(deps, actor, id);
  const letter = await requireLetter(deps, actor, id, which);
  const at = deps.now();
  await deps.audit.during(
    async (tx) => {
      if ((await holdForLetter(tx, id, visibilityOf(actor))) === null) throw new Refusal({ code: 'no-such-case' });
      if (!(await write(tx, letter, { by: nameOf(actor), at }))) throw new Refusal({ code: 'letter-status' });
    },
    () => ({
      ...auditActorOf(actor, at),
      action,
      target: `case/${id}`,
      details: { ...detailsOf(letter), ...details },
    }),
  );
}
