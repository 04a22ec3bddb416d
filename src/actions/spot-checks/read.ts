import {
  type CaseMessage,
  isNamedIn,
  PAINFUL_ACTS,
  SPOT_ANSWERS,
  type SpotId,
  type SpotSettings,
} from '../../cases/index.ts';
import {
  addDecided,
  answerSpot,
  type Db,
  decidedToRead,
  loadReadings,
  openedSince,
  openedSpot,
  openSpot,
  searchedIn,
  spotsToRead,
  takeSpotTurn,
  unfinishedSpot,
} from '../../store/index.ts';
import { auditActorOf, type PersonActor, requirePerson, requireRight } from '../actor.ts';
import { isClosedTo } from '../cases/is-closed-to.ts';
import type { ActionDeps } from '../deps.ts';
import { act } from '../kernel/act.ts';
import { choice, rowId } from '../kernel/ask.ts';

type Deps = Pick<ActionDeps, 'db' | 'audit' | 'now'>;

/** What a person is given to read; `rest`: they have read enough today, `none`: nothing waits for them. */
export type NextSpot = { readonly kind: 'mail'; readonly id: SpotId } | { readonly kind: 'rest' | 'none' };

const DECIDED_DAYS = 90; // cases that were decided in this time are read once more
const DECIDED_KEPT_DAYS = 7; // and put aside unread after this
const DECIDED_OF = 5; // about one in so many, as the coin has it
const DAY_MS = 86_400_000;

/**
 * Gives a person the next mail to read: the one they left unfinished, else one that does not speak of them and whose sender they did not
 * read last. About one in five is of a case that others decided, so that nobody knows which are ordinary.
 *
 * @param today when the day began: of it the budget is counted
 * @throws Refusal `not-allowed`
 */
export async function nextSpot(
  deps: Deps & Pick<ActionDeps, 'read'>,
  person: PersonActor,
  { readers, perDay }: Pick<SpotSettings, 'readers' | 'perDay'>,
  today: Date,
): Promise<NextSpot> {
  requireRight(person, 'cases.spot-check');
  const at = deps.now();
  const unfinished = await unfinishedSpot(deps.db, person.id, at);
  if (unfinished !== null) return { kind: 'mail', id: unfinished.id };
  const { mails, lastDecided } = await openedSince(deps.db, person.id, today);
  if (mails >= perDay) return { kind: 'rest' };
  const decided = lastDecided ? null : await decidedFor(deps, person, at);
  return deps.db.transaction(async (tx) => {
    await takeSpotTurn(tx); // of two people who ask at once the second sees what the first was given
    const spots = await spotsToRead(tx, person.id, { readers, now: at });
    const next = await notNaming(tx, person, spots);
    if (next === null) return { kind: 'none' };
    const instead =
      decided === null || Math.floor(next.place * 1e6) % DECIDED_OF !== 0
        ? null
        : await addDecided(tx, decided, { at, until: new Date(at.getTime() + DECIDED_KEPT_DAYS * DAY_MS) });
    const id = instead ?? next.id;
    await openSpot(tx, id, person.id, at);
    return { kind: 'mail', id };
  });
}

/** A mail of a decided case that this person may read, and had no part in. */
async function decidedFor(deps: Deps & Pick<ActionDeps, 'read'>, person: PersonActor, at: Date) {
  const since = new Date(at.getTime() - DECIDED_DAYS * DAY_MS);
  for (const one of await decidedToRead(deps.db, person.id, { since, painful: PAINFUL_ACTS }))
    if (!(await isClosedTo(deps, person, one.caseId))) return one;
  return null;
}

/** The first that does not speak of a person. */
async function notNaming(
  db: Db,
  person: PersonActor,
  spots: Awaited<ReturnType<typeof spotsToRead>>,
): Promise<(typeof spots)[number] | null> {
  const texts = await searchedIn(
    db,
    spots.map(({ mailId }) => mailId),
  );
  return spots.find(({ mailId }) => texts.has(mailId) && !isNamedIn(texts.get(mailId)!, person)) ?? null;
}

/** A mail to be read, without anything that was made of it. */
export interface ShownSpot {
  readonly id: SpotId;
  readonly receivedAt: Date;
  readonly message: CaseMessage;
}

const SHOWN = 100_000; // UTF-16 units

/**
 * A mail that this person was given and has not answered. Each time is noted in the audit log. Null: it is not theirs, or its text is gone.
 *
 * @throws Refusal `not-allowed`
 */
export async function viewSpot({ db, audit, now }: Deps, person: PersonActor, id: SpotId): Promise<ShownSpot | null> {
  requireRight(person, 'cases.spot-check');
  const at = now();
  const spot = await openedSpot(db, id, person.id, at);
  if (spot === null || spot.answer !== null) return null;
  const message = (await loadReadings(db, [spot.mailId], SHOWN)).get(spot.mailId);
  if (message === undefined) return null;
  await audit.record({ ...auditActorOf(person, at), action: 'spot.view', target: `spot/${id}`, details: {} });
  return { id, receivedAt: spot.receivedAt, message };
}

/**
 * Notes what a person makes of a mail they were given. What is a case to them becomes one, with its entry in the same transaction. The log
 * names no answer: nobody is to be measured by it.
 */
export const answerSpotCheck = act({
  path: '/missed/read/:spot',
  right: 'cases.spot-check',
  audit: 'spot.answer',
  ask: { spot: rowId<SpotId>(), answer: choice(SPOT_ANSWERS) },
  logged: [],
  do: (tx, { spot, answer }, { actor, at }) => answerSpot(tx, spot, requirePerson(actor).id, answer, at),
  told: (done) => (done.kind === 'gone' ? null : { ...(done.opened !== null && { case: done.opened }) }),
  to: ({ spot }) => `spot/${spot}`,
});
