import { z } from 'zod';
import { decisionDetails } from '../../audit/index.ts';
import {
  AFFECTED,
  CAUSES,
  CaseError,
  type CaseId,
  type Decision,
  DISMISS_REASONS,
  ELEMENT_STATES,
  ELEMENTS,
  type Elements,
  elementsMet,
  elementsOf,
  type Feedback,
  gapsOf,
  HARMS,
  type HandOver,
  SEVERITIES,
  STATUS_AFTER,
  teaches,
} from '../../cases/index.ts';
import { ACTS } from '../../detect/index.ts';
import { type Account, type Db, decide as decideCase } from '../../store/index.ts';
import { type Actor, personIdOf } from '../actor.ts';
import { act, type Doer } from '../kernel/act.ts';
import { choice, choices, leftOut, line, parts, rowId, text, tick, usualChoice, usually } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';
import { misfiresIn, missedIn } from './feedback.ts';
import { personNamed, SOMEBODY } from './person-named.ts';
import type { CaseReading } from './recusal.ts';
import type { CaseStanding } from './standing.ts';

const state = z.enum(ELEMENT_STATES).optional();

/** Elements of the statute by their state; a list names those that are met, and what is left out nobody has judged. */
const elements = z
  .union([z.array(z.enum(ELEMENTS)), z.strictObject({ customer: state, beyond: state, harmed: state })])
  .default({})
  .transform((said): Elements => (Array.isArray(said) ? elementsMet(said) : elementsOf(said)));

/** One by one: what writes the OpenAPI document knows only the first value of a literal with several. */
export const SeverityLevel = z.union(SEVERITIES.map((one) => z.literal(one)));

const recipient = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('desk') }),
  z.strictObject({ kind: z.literal('person'), id: SOMEBODY }),
]);

/** Up to 20 lines that no entry found, as they stand in the mails. */
const missed = z.array(line(200)).max(20).default([]);

const usual = {
  right: 'cases.decide',
  for: ['programs', 'commands'],
  about: 'id',
  logged: [],
  told: (done: Decided, _: unknown) => (done.recorded ? decisionDetails(done.decision) : null),
  to: ({ id }: { readonly id: CaseId }) => `case/${id}`,
} as const;
const asked = { id: rowId<CaseId>(), note: text(2000, 'maybe') };
const address = '/cases/:id/decisions';

/** What an approval needs and nobody has said is refused, not made up; without acts, those that were found are meant. @throws Refusal `incomplete` */
export const approve = act({
  ...usual,
  path: '/cases/:id/approve',
  api: { path: address, kind: 'approve' },
  audit: 'case.approve',
  ask: {
    ...asked,
    acts: leftOut(choices(ACTS, 'maybe')),
    severity: leftOut(parts(SeverityLevel)),
    elements: parts(elements),
    declaration: tick(true),
    affected: usually([], choices(AFFECTED, 'maybe')),
    harms: usually([], choices(HARMS, 'maybe')),
    ownCause: usualChoice('unclear', CAUSES),
    missed: parts(missed),
  },
  async do(tx, { id: _, missed, acts, severity = null, ...said }, doer) {
    const { detail } = doer.admitted!;
    const decision = { kind: 'approve', ...said, acts: acts ?? detail.acts, severity } as const;
    const missing = gapsOf(decision);
    if (missing.length > 0) throw new Refusal({ code: 'incomplete', missing });
    return decided(tx, doer, decision, teaches(detail) ? await missedIn(tx, detail, missed) : []);
  },
});

export const dismiss = act({
  ...usual,
  path: '/cases/:id/dismiss',
  api: { path: address, kind: 'dismiss' },
  audit: 'case.dismiss',
  ask: {
    ...asked,
    reason: choice(DISMISS_REASONS),
    misfires: parts(z.array(z.string().max(200)).max(200).default([])), // entries that were wrong to match
  },
  do(tx, { id: _, misfires, ...said }, doer) {
    const { detail } = doer.admitted!;
    return decided(tx, doer, { kind: 'dismiss', ...said }, teaches(detail) ? misfiresIn(detail, misfires) : []);
  },
});

/** To a person, named by id or address, or to the consultation desk. @throws Refusal `wrong-recipient` */
export const handOver = act({
  ...usual,
  path: '/cases/:id/hand-over',
  api: { path: address, kind: 'hand-over' },
  audit: 'case.hand-over',
  ask: { ...asked, to: parts(recipient) },
  async do(tx, { note, to }, doer) {
    return decided(tx, doer, { kind: 'hand-over', to: await recipientIn(tx, to, doer), note });
  },
});

/**
 * Undoes the newest approval or dismissal: the case is open again. A hand-over is undone as long as nothing came after it: the case waits for whom
 * it waited before. Nothing is forgotten.
 *
 * @param ownUntil only what whoever asks decided, no later than this
 */
export const reopening = (ownUntil?: Date) =>
  act({
    ...usual,
    path: '/cases/:id/reopen',
    api: { path: address, kind: 'reopen' },
    audit: 'case.reopen',
    ask: asked,
    do: (tx, { note }, doer) => decided(tx, doer, { kind: 'reopen', note }, [], ownUntil),
  });
export const reopen = reopening();

/** What can be decided about a case. */
export const DECIDING = [approve, dismiss, handOver, reopen] as const;

interface Decided extends CaseStanding {
  readonly decision: Decision;
  readonly recorded: boolean;
}

/** Writes a decision with its feedback. @throws Refusal `case-status` or `case-claimed` */
async function decided(
  tx: Db,
  { admitted, by, person, at, sight }: Doer,
  decision: Decision,
  feedback: readonly Feedback[] = [],
  ownUntil?: Date,
): Promise<Decided> {
  const { id, heldBy } = admitted!.detail;
  try {
    const how = { person, feedback, visibility: sight, ...(ownUntil && { ownUntil }) };
    const recorded = await decideCase(tx, id, decision, by, at, how);
    return { id, status: STATUS_AFTER[decision.kind], heldBy, decision, recorded };
  } catch (error) {
    throw error instanceof CaseError ? new Refusal({ code: CODES[error.code] }, error.message) : error;
  }
}

/** What the rules and the store say no to, as a refusal. */
const CODES = { 'not-found': 'no-such-case', 'wrong-status': 'case-status', claimed: 'case-claimed' } as const;

async function recipientIn(tx: Db, to: z.output<typeof recipient>, { admitted, actor }: Doer): Promise<HandOver['to']> {
  const { recused } = admitted!;
  if (to.kind === 'desk') {
    if (hasDesk(admitted!)) return to;
    throw new Refusal({ code: 'wrong-recipient' }, 'to: nobody is at the consultation desk');
  }
  const named = await personNamed(tx, to.id);
  if (recused.has(named))
    throw new Refusal({ code: 'wrong-recipient' }, 'to.id: this person does not decide this case');
  const found = recipientsOf(actor, admitted!).find(({ id }) => id === named);
  if (found === undefined) throw new Refusal({ code: 'wrong-recipient' });
  return { kind: 'person', id: found.id, name: found.name };
}

/** Whether someone at the consultation desk could decide the case. */
export const hasDesk = ({ deciders, recused }: Pick<CaseReading, 'deciders' | 'recused'>): boolean =>
  deciders.some(({ id, roles }) => roles.includes('desk') && !recused.has(id));

/** To whom whoever acts can hand a case over: everyone else who decides it. */
export const recipientsOf = (
  actor: Actor,
  { deciders, recused }: Pick<CaseReading, 'deciders' | 'recused'>,
): Account[] => deciders.filter(({ id }) => id !== personIdOf(actor) && !recused.has(id));
