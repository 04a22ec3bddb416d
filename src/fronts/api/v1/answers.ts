import { z } from '@hono/zod-openapi';
import { DECISION_GAPS, FIELD_PROBLEMS, REFUSAL_CODES } from '../../../actions/index.ts';
import { DISMISS_REASONS } from '../../../cases/index.ts';
import { ACTS } from '../../../detect/index.ts';
import { PERS } from '../../shared/index.ts';
import { PROBLEM_CODES } from '../problem.ts';
import { count, list, time } from './values.ts';

/** What the API answers about all but cases. A reader of the document finds each of these by its name. */
export const ProblemAnswer = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum(PROBLEM_CODES),
    refusal: z.enum(REFUSAL_CODES).optional().openapi({ description: 'which rule said no' }),
    missing: list(z.enum(DECISION_GAPS)).optional().openapi({ description: 'what the decision lacks' }),
    fields: z
      .record(z.string(), z.enum(FIELD_PROBLEMS))
      .optional()
      .openapi({ description: 'what is wrong, by field of the request' }),
  })
  .openapi('Problem');

export const People = z.object({ people: list(z.object({ id: z.string(), name: z.string() })) }).openapi('People');

export const NumbersAnswer = z
  .object({
    per: z.enum(PERS),
    waiting: z
      .object({
        open: z.object({ urgent: count, review: count, grey: count, unreadable: count, report: count }),
        since: time.nullable().openapi({ description: 'of the case that waits longest, grey ones aside; null: none' }),
      })
      .openapi({ description: 'at this moment' }),
    stretches: list(
      z.object({
        from: z.iso.date(),
        to: z.iso.date(),
        screened: count,
        mails: z.object({ ordinary: count, grey: count, review: count, urgent: count, unreadable: count }),
        approved: count,
        dismissed: count,
        hours: z
          .object({ median: z.number(), p90: z.number(), longest: z.number() })
          .nullable()
          .openapi({ description: 'from arrival at the company to decision; null: none was decided' }),
        looked: z
          .object({ median: z.number(), longest: z.number() })
          .nullable()
          .openapi({ description: 'from arrival to the moment at which somebody first looked' }),
        load: list(z.object({ source: z.string(), cases: count })).openapi({
          description: 'new cases by mailbox; an empty name: handed in',
        }),
        precision: z
          .object({ share: z.number(), low: z.number(), high: z.number() })
          .nullable()
          .openapi({ description: 'of flagged cases, with its 95% interval; null: none was decided' }),
        consultations: z
          .object({ mail: count, phone: count, visit: count, sns: count, other: count })
          .openapi({ description: 'handed in by employees, confidential ones aside' }),
      }),
    ),
    afterwards: z.object({ measures: count, letters: count, referrals: count }).openapi({
      description: 'approved measures, sent letters and justified complaints passed on, of the last stretch',
    }),
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
        unaskedRows: count.openapi({ description: 'sent by its server for mails that were not asked for' }),
      }),
    ),
    dictionary: z.object({
      version: z.string(),
      problem: z.string().nullable(),
      hosts: list(z.object({ host: z.string(), version: z.string() })).openapi({
        description: 'all that judge, while some do by another version',
      }),
    }),
    queue: z
      .object({ trouble: z.enum(['away', 'refuses']), since: time })
      .nullable()
      .openapi({ description: 'why jobs cannot be added; null: they can' }),
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
        name: z.enum(['screen', 'backlog', 'slow', 'mark', 'past']),
        jobs: z
          .object({ waiting: count, active: count, failed: count })
          .nullable()
          .openapi({ description: 'null: the queue does not answer' }),
      }),
    ),
    foreign: count.openapi({ description: 'mails of the last 30 days in no language with a judge' }),
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
      classifier: z.string().nullable(),
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
