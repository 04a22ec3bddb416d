import { z } from '@hono/zod-openapi';
import { SeverityLevel } from '../../../actions/index.ts';
import {
  AFFECTED,
  CAUSES,
  CHANNELS,
  DAY_PARTS,
  DISMISS_REASONS,
  ELEMENT_STATES,
  ELEMENTS,
  HARMS,
} from '../../../cases/index.ts';
import { ACTS, ASKED_BANDS, BANDS, STRENGTHS } from '../../../detect/index.ts';
import { count, list, time } from './values.ts';

/** What the API answers about cases. A reader of the document finds each of these by its name. */
export const Assignee = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('anyone') }),
  z.object({ kind: z.literal('desk') }),
  z.object({ kind: z.literal('person'), id: z.string(), name: z.string() }),
]);

const summary = {
  id: z.string(),
  kind: z.enum(['mail', 'unreadable', 'report']),
  status: z.enum(['open', 'approved', 'dismissed', 'merged']), // merged: its mails stand in another case
  band: z.enum(BANDS).nullable().openapi({ description: 'null: the mail could not be read' }),
  acts: list(z.enum(ACTS)),
  from: z.string(),
  subject: z.string().openapi({ description: 'violent and sexual words are hidden, as in `from`' }),
  mails: count,
  receivedAt: time,
  decidedBy: z.string().nullable(),
  counterparty: z.string(),
  assignee: Assignee,
  claim: z
    .object({ name: z.string(), until: time })
    .nullable()
    .openapi({ description: 'who looks at the case; until then nobody else decides' }),
};

export const CaseRow = z
  .object({
    ...summary,
    sources: list(z.string()),
    confidential: z.boolean().openapi({ description: 'for tokens with the role desk alone' }),
    decidedAt: time.nullable(),
    severity: SeverityLevel.nullable().openapi({
      description: 'as a person found it; null also when they did not say',
    }),
    reason: z.enum(DISMISS_REASONS).nullable().openapi({ description: 'of a dismissal' }),
    keptUntil: time
      .nullable()
      .openapi({ description: 'deleted after this; null: kept for as long as it waits or is on hold' }),
  })
  .openapi('CaseRow');
export const CaseList = z.object({ cases: list(CaseRow), total: count }).openapi('CaseList');

const Address = z.object({ name: z.string(), address: z.string() });

const Reason = z
  .object({
    entry: z.string(),
    act: z.enum(ACTS).nullable(),
    part: z.string(),
    words: z.string(),
    at_least: z.enum(ASKED_BANDS).nullable(),
    strength: z.enum(STRENGTHS).nullable(),
    sentence: z.string().nullable(),
  })
  .openapi('Reason');

const CaseItem = z
  .object({
    id: z.string(),
    source: z.string(),
    receivedAt: time,
    deliveries: count,
    watchedSince: time
      .nullable()
      .openapi({ description: 'a person watched its sender from then on: shown whatever its band' }),
    message: z
      .object({
        from: Address.nullable(),
        to: list(Address),
        cc: list(Address),
        subject: z.string(),
        date: time.nullable(),
        parts: list(
          z.object({
            id: z.string(),
            blocks: list(z.object({ kind: z.enum(['own', 'quoted', 'signature', 'disclaimer']), text: z.string() })),
            cut: count.openapi({ description: 'UTF-16 units at the end that are left out' }),
          }),
        ),
        attachments: list(z.object({ filename: z.string(), contentType: z.string(), size: count, sha256: z.string() })),
      })
      .nullable()
      .openapi({ description: 'null: cannot be read, or no longer kept' }),
    assessment: z
      .object({
        band: z.enum(BANDS),
        probability: z.number(),
        acts: list(z.object({ act: z.enum(ACTS), probability: z.number() })),
        at_least: z.object({ band: z.enum(ASKED_BANDS), entry: z.string(), calmed: z.boolean() }).nullable(),
        worry: list(z.string()).openapi({
          description: 'entries that tell of the writer’s own death or of violence suffered',
        }),
        dictionary: z.string(),
      })
      .nullable(),
    reasons: list(Reason),
    remarks: list(z.string()),
    warnings: list(z.string()),
    failure: z.string().nullable(),
  })
  .openapi('CaseItem');

const ElementAnswer = z.enum(ELEMENT_STATES);

const DecisionMade = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('approve'),
    acts: list(z.enum(ACTS)),
    severity: SeverityLevel.nullable(),
    elements: list(z.enum(ELEMENTS)).openapi({ description: 'those that are met' }),
    elementStates: z
      .object({ customer: ElementAnswer, beyond: ElementAnswer, harmed: ElementAnswer })
      .openapi({ description: 'of each, also whether it is unmet or nobody has said' }),
    declaration: z.boolean(),
    affected: list(z.enum(AFFECTED)),
    harms: list(z.enum(HARMS)),
    ownCause: z.enum(CAUSES),
    note: z.string(),
  }),
  z.object({ kind: z.literal('dismiss'), reason: z.enum(DISMISS_REASONS), note: z.string() }),
  z.object({
    kind: z.literal('hand-over'),
    to: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('desk') }),
      z.object({ kind: z.literal('person'), id: z.string(), name: z.string() }),
    ]),
    note: z.string(),
  }),
  z.object({ kind: z.literal('reopen'), note: z.string() }),
]);

export const Case = z
  .object({
    ...summary,
    subject: z.string(),
    previousCase: z.string().nullable(),
    mergedInto: z
      .string()
      .nullable()
      .openapi({ description: 'the case in which its mails stand; null: it stands by itself' }),
    merged: list(z.string()).openapi({ description: 'cases whose mails stand in this one' }),
    heldBy: z.string().nullable(),
    hidden: z.boolean().openapi({
      description:
        'violent and sexual words are hidden as 〔暴力的な言葉〕, 〔性的な言葉〕; ask with reveal=true to see them',
    }),
    report: z
      .object({
        reporter: z.string(),
        channel: z.enum(CHANNELS),
        confidential: z.boolean(),
        happenedAt: time.nullable(),
        happenedAbout: z.enum(DAY_PARTS).nullable().openapi({ description: 'null: at that minute' }),
        otherSide: z.string(),
        words: z.string(),
        wish: z.string(),
        handedInAt: time,
        notes: list(
          z.object({ author: z.enum(['reporter', 'answerer']), by: z.string(), words: z.string(), at: time }),
        ),
      })
      .nullable()
      .openapi({ description: 'null: it began with a mail of a source' }),
    first: count.openapi({ description: 'number of the first of `items`: a page of the mails, of `mails` in all' }),
    items: list(CaseItem),
    decisions: list(z.object({ decision: DecisionMade, by: z.string(), at: time })),
  })
  .openapi('Case');

export const CaseStanding = z
  .object({ id: z.string(), status: summary.status, heldBy: z.string().nullable() })
  .openapi('CaseStanding');
