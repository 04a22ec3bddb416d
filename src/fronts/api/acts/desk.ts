import { z } from 'zod';
import {
  type ActionDeps,
  type Actor,
  assign,
  auditActorOf,
  type comment,
  type DoneBy,
  decideTogether,
  Refusal,
  visibilityOf,
  watchesFor,
  type watchSender,
} from '../../../actions/index.ts';
import {
  type CaseDetail,
  type CaseId,
  DISMISS_REASONS,
  lastWatchDay,
  type PersonId,
  parseCaseId,
  parsePersonId,
} from '../../../cases/index.ts';
import { commentsOf, findAccount, loadCase } from '../../../store/index.ts';
import { bareSender, type FrontDeps, LANGUAGES, type Language, maskingOf, noMasking } from '../../shared/index.ts';

/** What the desk does to cases beside deciding one: whoever asks, a program or a command, the same actions answer. */
export type DeskDeps = Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'> & Pick<FrontDeps, 'company'>;

const Person = z.string().min(1).max(254);
const note = z.string().max(10_000).default('');

export const AssignBody = z.strictObject({ to: Person.nullable() });

const Recipient = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('desk') }),
  z.strictObject({ kind: z.literal('person'), id: Person }),
]);
const cases = z.array(z.string().max(30)).min(1).max(200);
export const TogetherBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('dismiss'), cases, reason: z.enum(DISMISS_REASONS), note }),
  z.strictObject({ kind: z.literal('hand-over'), cases, to: Recipient, note }),
  z.strictObject({ kind: z.literal('assign'), cases, to: Person }),
]);
export const ShownBody = z.object({
  reveal: z.enum(['true', 'false']).default('false'),
  language: z.enum(LANGUAGES).default('ja'),
});

/** Has a case wait for a person, named by id or address, or (null) for nobody. @throws Refusal */
export async function assignAs(
  deps: DeskDeps,
  actor: Actor,
  id: CaseId,
  { to }: z.output<typeof AssignBody>,
): Promise<{ readonly id: CaseId; readonly assignee: CaseDetail['assignee'] }> {
  await assign(deps, actor, id, to === null ? null : await personNamed(deps, to));
  return { id, assignee: (await caseInSight(deps, actor, id, false)).assignee };
}

/** @throws Refusal `wrong-recipient` */
async function personNamed({ db }: Pick<DeskDeps, 'db'>, named: string): Promise<PersonId> {
  const id = named.includes('@') ? ((await findAccount(db, named))?.id ?? null) : parsePersonId(named);
  if (id === null) throw new Refusal({ code: 'wrong-recipient' });
  return id;
}

/** @throws Refusal `no-such-case` */
async function caseInSight({ db }: Pick<DeskDeps, 'db'>, actor: Actor, id: CaseId, texts: boolean) {
  const detail = await loadCase(db, id, visibilityOf(actor), { texts });
  if (detail === null) throw new Refusal({ code: 'no-such-case' });
  return detail;
}

/** What was written to a case, hidden where the case hides words; seeing them is written down. @throws Refusal */
export async function commentsFor(
  { db, audit, now }: DeskDeps,
  actor: Actor,
  id: CaseId,
  { reveal, language }: { readonly reveal: 'true' | 'false'; readonly language: Language },
) {
  const detail = await caseInSight({ db }, actor, id, true);
  const action = reveal === 'true' ? 'case.reveal' : 'case.view';
  await audit.record({ ...auditActorOf(actor, now()), action, target: `case/${id}`, details: {} });
  const { cover } = reveal === 'true' ? noMasking : await maskingOf(db, detail, { language, maskAll: false });
  const comments = await commentsOf(db, id, visibilityOf(actor));
  return {
    comments: comments.map(({ by, words, at, mentioned }) => ({
      by,
      words: cover(words),
      at: at.toISOString(),
      mentioned,
    })),
  };
}

/** What is told of a comment that was written, and of a watch that was begun. */
export const commented = ({ id }: DoneBy<typeof comment>) => ({ id });
export const watched = ({ id, until }: DoneBy<typeof watchSender>) => ({ id, until: until.toISOString() });

/** Every sender that is watched. @throws Refusal */
export async function watchesAs(deps: DeskDeps, actor: Actor) {
  const watches = await watchesFor(deps, actor);
  return {
    watches: watches.map(({ id, address, by, since, until }) => ({
      id,
      address: bareSender(address, 'ja'),
      by,
      since: since.toISOString(),
      lastDay: lastWatchDay(until).toISOString(),
    })),
  };
}

/** Does the same to several cases, one after another; each that was refused says why. @throws Refusal */
export async function togetherAs(deps: DeskDeps, actor: Actor, body: z.output<typeof TogetherBody>) {
  const ids = body.cases.map(parseCaseId);
  const known = ids.filter((id) => id !== null);
  const outcomes = known.length === 0 ? [] : await decideTogether(deps, actor, known, await inputOf(deps, body));
  const unknown = body.cases.filter((_, place) => ids[place] === null);
  return {
    outcomes: [
      ...outcomes.map(({ id, refused }) => ({
        id: id as string,
        refusal: refused?.code ?? null,
        detail: refused?.message ?? null,
      })),
      ...unknown.map((id) => {
        const { code, message } = new Refusal({ code: 'no-such-case' });
        return { id, refusal: code, detail: message };
      }),
    ],
  };
}

async function inputOf(deps: DeskDeps, body: z.output<typeof TogetherBody>) {
  switch (body.kind) {
    case 'dismiss':
      return { kind: body.kind, reason: body.reason, note: body.note, misfires: [] };
    case 'hand-over': {
      const { to } = body;
      const recipient = to.kind === 'desk' ? to : { kind: to.kind, id: await personNamed(deps, to.id) };
      return { kind: body.kind, to: recipient, note: body.note };
    }
    case 'assign':
      return { kind: body.kind, to: await personNamed(deps, body.to) };
  }
}
