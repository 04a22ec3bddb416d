import { z } from '@hono/zod-openapi';
import { AFFECTED, CAUSES, CHANNELS, DISMISS_REASONS, ELEMENTS, HARMS } from '../../cases/index.ts';
import { ACTS, BANDS } from '../../detect/index.ts';
import { PROBLEM_CODES } from '../api-problem.ts';
import { SeverityLevel } from '../api-schemas.ts';
import { PERS } from '../numbers-ask.ts';

/** What the API answers. A reader of the document finds each of these by its name. */
const list = <S extends z.ZodType>(of: S) => z.array(of).readonly();
const time = z.iso.datetime();
const count = z.int().min(0);

export const ProblemAnswer = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum(PROBLEM_CODES),
  })
  .openapi('Problem');

const Assignee = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('anyone') }),
  z.object({ kind: z.literal('desk') }),
  z.object({ kind: z.literal('person'), id: z.string(), name: z.string() }),
]);

const summary = {
  id: z.string(),
  kind: z.enum(['mail', 'unreadable', 'report']),
  status: z.enum(['open', 'approved', 'dismissed']),
  band: z.enum(BANDS).nullable().openapi({ description: 'null: the mail could not be read' }),
  acts: list(z.enum(ACTS)),
  from: z.string(),
  subject: z.string().nullable().openapi({ description: 'null: hidden, since its acts are violent or sexual' }),
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
    points: z.number(),
    sentence: z.string().nullable(),
  })
  .openapi('Reason');

const CaseItem = z
  .object({
    id: z.string(),
    source: z.string(),
    receivedAt: time,
    deliveries: count,
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
        score: z.number(),
        acts: list(z.object({ act: z.enum(ACTS), score: z.number() })),
        axes: z.object({ demand: z.number(), manner: z.number(), frequency: z.number() }),
        reader: z.number().nullable(),
        dictionary: z.string(),
      })
      .nullable(),
    reasons: list(Reason),
    remarks: list(z.string()),
    warnings: list(z.string()),
    failure: z.string().nullable(),
  })
  .openapi('CaseItem');

const DecisionMade = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('approve'),
    acts: list(z.enum(ACTS)),
    severity: SeverityLevel.nullable(),
    elements: list(z.enum(ELEMENTS)),
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
    heldBy: z.string().nullable(),
    hidden: z.boolean().openapi({ description: 'painful words are hidden as ■■■; ask with reveal=true to see them' }),
    report: z
      .object({
        reporter: z.string(),
        channel: z.enum(CHANNELS),
        confidential: z.boolean(),
        happenedAt: time.nullable(),
        otherSide: z.string(),
        words: z.string(),
        wish: z.string(),
        handedInAt: time,
        notes: list(z.object({ words: z.string(), at: time })),
      })
      .nullable()
      .openapi({ description: 'null: it began with a mail of a source' }),
    items: list(CaseItem),
    decisions: list(z.object({ decision: DecisionMade, by: z.string(), at: time })),
  })
  .openapi('Case');

export const CaseStanding = z
  .object({ id: z.string(), status: summary.status, heldBy: z.string().nullable() })
  .openapi('CaseStanding');

export const People = z.object({ people: list(z.object({ id: z.string(), name: z.string() })) }).openapi('People');

export const NumbersAnswer = z
  .object({
    per: z.enum(PERS),
    stretches: list(
      z.object({
        from: z.iso.date(),
        to: z.iso.date(),
        screened: count,
        mails: z.object({ ordinary: count, grey: count, review: count, urgent: count, unreadable: count }),
        approved: count,
        dismissed: count,
        hours: z
          .object({ median: z.number(), p90: z.number() })
          .nullable()
          .openapi({ description: 'from opening to decision; null: none was decided' }),
        precision: z
          .object({ share: z.number(), low: z.number(), high: z.number() })
          .nullable()
          .openapi({ description: 'of flagged cases, with its 95% interval; null: none was decided' }),
      }),
    ),
    reasons: list(z.object({ reason: z.enum(DISMISS_REASONS), cases: count })),
    acts: list(z.object({ act: z.enum(ACTS), approved: count, dismissed: count })),
    counterparties: list(z.object({ counterparty: z.string(), cases: count }))
      .nullable()
      .openapi({ description: 'null: the token may not read cases' }),
  })
  .openapi('Numbers');

const health = { name: z.string(), trouble: z.string().nullable(), troubleSince: time.nullable() };

export const Status = z
  .object({
    sources: list(
      z.object({
        ...health,
        lastContactAt: time.nullable(),
        lastMailAt: time.nullable(),
        note: z.string().nullable(),
      }),
    ),
    dictionary: z.object({ version: z.string(), problem: z.string().nullable() }),
    backlog: count,
    channels: list(z.object({ ...health, kind: z.string(), lastToldAt: time.nullable() })),
    cases: z
      .object({ urgent: count, review: count, grey: count, unreadable: count, report: count })
      .openapi({ description: 'open ones' }),
  })
  .openapi('Status');

const Kept = z.object({ mails: count, bytes: count });

export const OperationsAnswer = z
  .object({
    queues: list(
      z.object({
        name: z.enum(['screen', 'mark']),
        jobs: z
          .object({ waiting: count, active: count, failed: count })
          .nullable()
          .openapi({ description: 'null: the queue does not answer' }),
      }),
    ),
    waiting: list(z.object({ source: z.string(), since: time })),
    storage: z.object({
      database: count,
      waiting: Kept,
      kept: Kept,
      disk: z.object({ free: count, size: count }),
    }),
    versions: z.object({
      komainu: z.string(),
      node: z.string(),
      dictionary: z.string(),
      reader: z.string().nullable(),
      store: z.object({ kind: z.enum(['pglite', 'postgres']), version: z.string() }),
      queue: z.string().nullable(),
    }),
  })
  .openapi('Operations');

export const FailedMails = z
  .object({
    mails: list(
      z.object({
        mailId: z.string(),
        source: z.string(),
        receivedAt: time,
        attempts: count,
        code: z.string(),
        at: time,
        caseId: z.string().nullable(),
        state: z.enum(['trying', 'given-up', 'claimed', 'handled', 'held']),
      }),
    ),
  })
  .openapi('FailedMails');

export const Retried = z.object({ retried: count }).openapi('Retried');
