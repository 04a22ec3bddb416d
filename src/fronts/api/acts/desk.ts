import { z } from 'zod';
import {
  type ActDeps,
  type Actor,
  assign,
  auditActorOf,
  type CaseStanding,
  type comment,
  type DoneBy,
  decideTogether,
  dismiss,
  handOver,
  Refusal,
  visibilityOf,
  watchesFor,
  type watchSender,
} from '../../../actions/index.ts';
import { type CaseId, lastWatchDay, parseCaseId } from '../../../cases/index.ts';
import { commentsOf, loadCase } from '../../../store/index.ts';
import { bareSender, LANGUAGES, type Language, maskingOf, noMasking } from '../../shared/index.ts';
import { bodySchema } from './act.ts';

/** What can be done to several cases; each body has what the act asks of one, and the cases. */
const TOGETHER = { dismiss, 'hand-over': handOver, assign } as const;
export const TogetherBody = z.looseObject({
  kind: z.enum(['dismiss', 'hand-over', 'assign']),
  cases: z.array(z.string().max(30)).min(1).max(200),
});
export const togetherBodies = () =>
  TogetherBody.shape.kind.options.map((kind) =>
    bodySchema(TOGETHER[kind], ['id'], { kind: z.enum([kind]), cases: TogetherBody.shape.cases }),
  );

export const ShownBody = z.object({
  reveal: z.enum(['true', 'false']).default('false'),
  language: z.enum(LANGUAGES).default('ja'),
});

/** @throws Refusal `no-such-case` */
async function caseInSight({ db }: Pick<ActDeps, 'db'>, actor: Actor, id: CaseId, texts: boolean) {
  const detail = await loadCase(db, id, visibilityOf(actor), { texts });
  if (detail === null) throw new Refusal({ code: 'no-such-case' });
  return detail;
}

/** What was written to a case, hidden where the case hides words; seeing them is written down. @throws Refusal */
export async function commentsFor(
  { db, audit, now }: ActDeps,
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

/** What is told of a case that was decided, held or assigned. */
export const standing = ({ id, status, heldBy }: CaseStanding) => ({ id, status, heldBy });
export const assigned = ({ id, assignee }: DoneBy<typeof assign>) => ({ id, assignee });

/** What is told of a comment that was written, and of a watch that was begun. */
export const commented = ({ id }: DoneBy<typeof comment>) => ({ id });
export const watched = ({ id, until }: DoneBy<typeof watchSender>) => ({ id, until: until.toISOString() });

/** Every sender that is watched. @throws Refusal */
export async function watchesAs(deps: ActDeps, actor: Actor) {
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
export async function togetherAs(deps: ActDeps, actor: Actor, body: z.output<typeof TogetherBody>) {
  const { kind, cases, ...written } = body;
  const ids = cases.map(parseCaseId);
  const known = ids.filter((id) => id !== null);
  const outcomes = known.length === 0 ? [] : await decideTogether(deps, actor, known, TOGETHER[kind], written);
  const unknown = cases.filter((_, place) => ids[place] === null);
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
