import { z } from 'zod';
import { type ActionDeps, type Actor, type CaseStanding, decide, undo } from '../../actions/index.ts';
import {
  AFFECTED,
  CAUSES,
  type CaseId,
  DISMISS_REASONS,
  ELEMENT_STATES,
  ELEMENTS,
  type Elements,
  elementsMet,
  elementsOf,
  HARMS,
  plainApproval,
  SEVERITIES,
} from '../../cases/index.ts';
import { ACTS, BANDS } from '../../detect/index.ts';

/** What the local API and the API for other systems take alike. */
export const slice = (usual: number, most: number) => ({
  limit: z.coerce.number().int().min(1).max(most).default(usual),
  offset: z.coerce.number().int().min(0).default(0),
});

export const caseFilter = {
  status: z.enum(['open', 'approved', 'dismissed']).optional(),
  band: z.enum(BANDS).optional(),
};

/** One by one: what writes the OpenAPI document knows only the first value of a literal with several. */
export const SeverityLevel = z.union(SEVERITIES.map((one) => z.literal(one)));

/** Elements by their state. A list names those that are met, as at first. */
export const State = z.enum(ELEMENT_STATES);
const NamedElements = z.strictObject({
  customer: State.optional(),
  beyond: State.optional(),
  harmed: State.optional(),
});

const note = z.string().max(10_000).default('');

export const DecisionBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('approve'),
    note,
    acts: z.array(z.enum(ACTS)).min(1).optional(), // those of the assessment
    severity: SeverityLevel.optional(),
    elements: z.union([z.array(z.enum(ELEMENTS)), NamedElements]).optional(),
    declaration: z.boolean().optional(), // true
    affected: z.array(z.enum(AFFECTED)).optional(),
    harms: z.array(z.enum(HARMS)).optional(),
    ownCause: z.enum(CAUSES).optional(), // unclear
  }),
  z.strictObject({ kind: z.literal('dismiss'), reason: z.enum(DISMISS_REASONS), note }),
  z.strictObject({
    kind: z.literal('hand-over'),
    to: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('desk') }),
      z.strictObject({ kind: z.literal('person'), id: z.string().max(100) }),
    ]),
    note,
  }),
  z.strictObject({ kind: z.literal('reopen'), note }),
]);
export type DecisionBody = z.infer<typeof DecisionBody>;

export const HoldBody = z.strictObject({ hold: z.boolean() });
export const RetryBody = z.strictObject({ mail: z.string().max(20).optional() }); // all of them

/**
 * Does what a body asks for. An approval that leaves out what it found is one on the acts that were found.
 *
 * @throws Refusal
 */
export function decideAs(
  deps: Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>,
  actor: Actor,
  id: CaseId,
  body: DecisionBody,
): Promise<CaseStanding> {
  switch (body.kind) {
    case 'approve':
      return decide(deps, actor, id, { ...plainApproval([]), acts: null, missed: [], ...body, elements: saidOf(body) });
    case 'dismiss':
      return decide(deps, actor, id, { ...body, misfires: [] });
    case 'hand-over':
      return decide(deps, actor, id, body);
    case 'reopen':
      return undo(deps, actor, id, body);
  }
}

const saidOf = ({ elements = {} }: Extract<DecisionBody, { kind: 'approve' }>): Elements =>
  Array.isArray(elements) ? elementsMet(elements) : elementsOf(elements);
