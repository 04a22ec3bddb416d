import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type ActionDeps, approve, dismiss, handIn, type PersonActor, perform, Refusal } from '../../actions/index.ts';
import type { Accounts } from '../../actions/sign-in/index.ts';
import { ELEMENTS } from '../../cases/index.ts';
import {
  CONSULTATIONS,
  cameInAt,
  DECISIONS,
  STORY_PASSWORD,
  STORY_PEOPLE,
  type StoryConsultation,
  type StoryDecision,
  type StoryPerson,
} from '../../sample/index.ts';
import { findAccount, lastDecision, listCases, ownConsultations, spoolDepth } from '../../store/index.ts';
import type { Logger } from '../../util/log.ts';
import { type AftermathDeps, playAftermath } from './aftermath.ts';
import { playCoercion } from './coercion.ts';
import { writeMeasureRules } from './measure-rules.ts';
import { playNothingDone } from './nothing-done.ts';

export interface StoryDeps extends Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now' | 'wake'> {
  readonly accounts: Accounts;
  readonly company: AftermathDeps['company'];
  readonly local: boolean; // only this machine reaches the review app: the people get a password that everybody knows
  readonly log: Logger;
}

/**
 * In sample mode: makes the people of the demonstration, lets them hand in and decide what they do, once the mails are judged. What is
 * there already is left as it is, so that it may be stopped at any time and a restart changes nothing that somebody did.
 */
export function playStory(deps: StoryDeps): AsyncDisposable {
  const stopping = new AbortController();
  const played = play(deps, stopping.signal).catch((error: unknown) => {
    if (!stopping.signal.aborted)
      deps.log.warn({ error: (error as Error).name }, 'the sample has fewer people or cases');
  });
  return {
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await played;
    },
  };
}

const LOOK_MS = 500;

async function play(deps: StoryDeps, signal: AbortSignal): Promise<void> {
  const people = new Map<StoryPerson, PersonActor>();
  for (const one of STORY_PEOPLE) {
    signal.throwIfAborted();
    people.set(one, await accountOf(deps, one));
  }
  const newest = await ownConsultations(deps.db, people.get(CONSULTATIONS[0]!.by)!.id);
  if (newest.length === 0) for (const one of CONSULTATIONS) await handInOnce(deps, people.get(one.by)!, one);
  do await wait(LOOK_MS, undefined, { signal });
  while ((await spoolDepth(deps.db)) > 0);
  const actorOf = (who: StoryPerson) => people.get(who)!;
  await writeMeasureRules(deps, actorOf);
  for (const one of DECISIONS) {
    signal.throwIfAborted();
    await decideOnce(deps, actorOf(one.by), one);
  }
  for (const follows of [playAftermath, playCoercion, playNothingDone])
    try {
      await follows(deps, actorOf, signal);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error; // somebody has decided otherwise: it is theirs
    }
}

async function accountOf({ db, accounts, local, now }: StoryDeps, who: StoryPerson): Promise<PersonActor> {
  const by = { at: now(), person: null, name: 'komainu', address: null };
  const known = await findAccount(db, who.email);
  // Others may reach a sample that only this machine reached before: the password that everybody knows has to go.
  const withdrawn = known?.active === true && !local;
  if (known === null || withdrawn) {
    const token = withdrawn ? await accounts.reset(who.email, by) : await accounts.inviteAgain(who, by);
    const password = local ? STORY_PASSWORD : randomBytes(24).toString('base64url');
    await accounts.accept(token, { name: who.name, password }, by);
  }
  const account = (await findAccount(db, who.email))!;
  return { kind: 'person', ...who, id: account.id, address: null };
}

async function handInOnce(deps: StoryDeps, person: PersonActor, one: StoryConsultation): Promise<void> {
  const at = cameInAt(one, deps.now());
  const { channel, confidential, otherSide, words, wish } = one;
  const { timeZone } = deps.company;
  const told = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const [when, time] = told.format(at.getTime() - 3_600_000).split(' '); // an hour before
  const asked = { channel, confidential, otherSide, words, wish, when, time };
  await perform(handIn, { ...deps, now: () => at }, person, asked);
}

/** Decides the newest open case with the subject, unless somebody has decided about it before. */
async function decideOnce(
  deps: StoryDeps,
  person: PersonActor,
  { subject, hours, decided }: StoryDecision,
): Promise<void> {
  const { db, now } = deps;
  const { cases } = await listCases(db, { status: 'open', words: subject, limit: 20, offset: 0 });
  const found = cases.find((one) => one.subject === subject);
  if (found === undefined || (await lastDecision(db, found.id)) !== null) return;
  const at = new Date(Math.min(found.receivedAt.getTime() + hours * 3_600_000, now().getTime()));
  const then = { ...deps, now: () => at };
  const { kind, ...said } = decided;
  const written = { ...said, id: found.id };
  try {
    if (kind === 'dismiss') await perform(dismiss, then, person, written);
    else await perform(approve, then, person, { ...written, elements: ELEMENTS, affected: ['self'], ownCause: 'no' });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error; // somebody is at it: it is theirs
  }
}
