import { z } from '@hono/zod-openapi';
import { REFUSAL_CODES } from '../../../actions/index.ts';
import { CAUSES, HARMS } from '../../../cases/index.ts';
import { BANDS } from '../../../detect/index.ts';
import {
  CARE_POINTS,
  CONCERNED_AS,
  COUNTERPARTY_KINDS,
  GATE_ANSWERS,
  LETTER_KINDS,
  LETTER_LANGUAGES,
  MEASURE_OUTCOMES,
  MEASURE_STATES,
  MEASURE_STEPS,
  RELATIONS,
  SENDING_WAYS,
} from '../../../response/index.ts';
import { Assignee } from './case-answers.ts';
import { count, list, time } from './values.ts';

/** What the API answers about the work around a case and after its decision. */
export const Done = z
  .object({ id: z.string().openapi({ description: 'of what something was done to' }) })
  .openapi('Done');

export const Assigned = z.object({ id: z.string(), assignee: Assignee }).openapi('Assigned');

export const Comments = z
  .object({ comments: list(z.object({ by: z.string(), words: z.string(), at: time, mentioned: list(z.string()) })) })
  .openapi('Comments');

export const Watched = z
  .object({ id: z.string(), until: time.openapi({ description: 'not included' }) })
  .openapi('Watched');

export const Watches = z
  .object({
    watches: list(z.object({ id: z.string(), address: z.string(), by: z.string(), since: time, lastDay: time })),
  })
  .openapi('Watches');

export const Outcomes = z
  .object({
    outcomes: list(
      z.object({
        id: z.string(),
        refusal: z.enum(REFUSAL_CODES).nullable().openapi({ description: 'null: it was done' }),
        detail: z.string().nullable(),
      }),
    ),
  })
  .openapi('Outcomes');

const Deed = z.object({ by: z.string(), at: time });
const day = z.iso.date();

const Note = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('person'),
    as: z.enum(CONCERNED_AS),
    relation: z.enum(RELATIONS),
    name: z.string(),
    words: z.string(),
  }),
  z.object({ kind: z.literal('fact'), on: day.nullable(), words: z.string() }),
  z.object({ kind: z.literal('effect'), harm: z.enum(HARMS), words: z.string() }),
  z.object({ kind: z.literal('cause'), cause: z.enum(CAUSES), words: z.string() }),
  z.object({ kind: z.literal('judgement'), words: z.string() }),
]);

export const CaseFile = z
  .object({
    id: z.string(),
    events: list(
      z.object({
        kind: z.enum(['mail', 'answer', 'decision', 'comment']),
        at: time,
        by: z.string().nullable(),
        source: z.string().nullable(),
        band: z.enum(BANDS).nullable(),
        decision: z.enum(['approve', 'dismiss', 'hand-over', 'reopen']).nullable(),
      }),
    ),
    notes: list(
      z.object({
        id: z.string(),
        caseId: z.string(),
        note: Note,
        by: z.string(),
        at: time,
        struck: Deed.nullable().openapi({ description: 'who found that it was wrong; it stays readable' }),
      }),
    ),
  })
  .openapi('CaseFile');

const Clause = z.object({ agreedOn: day, document: z.string() });
const sameCounterparty = {
  id: z.string(),
  kind: z.enum(COUNTERPARTY_KINDS),
  name: z.string(),
  domains: list(z.string()),
  addresses: list(z.string()),
  clause: Clause.nullable().openapi({ description: 'of the contract; null: none is on file' }),
};
const wholeCounterparty = {
  ...sameCounterparty,
  postal: z.string(),
  contacts: list(z.object({ name: z.string(), post: z.string(), email: z.string(), phone: z.string() })),
  capital: z.number().nullable().openapi({ description: 'yen' }),
  staff: z.number().nullable(),
  notes: z.string(),
  clauseNoted: Deed.nullable(),
  by: z.string(),
  at: time,
  version: count,
};

export const Counterparties = z
  .object({ counterparties: list(z.object(sameCounterparty)), total: count })
  .openapi('Counterparties');
export const CounterpartySaved = z.object(wholeCounterparty).openapi('Counterparty');
export const CounterpartyShown = z
  .object({ ...wholeCounterparty, cases: z.object({ open: count, approved: count, dismissed: count }) })
  .openapi('CounterpartyWithCases');

export const Letters = z
  .object({
    letters: list(
      z.object({
        id: z.string(),
        number: count,
        kind: z.enum(LETTER_KINDS),
        language: z.enum(LETTER_LANGUAGES),
        stage: z.enum(['draft', 'approved', 'sent', 'answered', 'withdrawn']),
        docxSha256: z.string(),
        pdfSha256: z.string(),
        drafted: Deed,
        approved: Deed.nullable(),
        withdrawn: Deed.nullable(),
        sent: z.object({ day, way: z.enum(SENDING_WAYS), by: z.string() }).nullable(),
        reply: z.object({ day, by: z.string() }).nullable(),
      }),
    ),
    openPoints: list(z.enum(CARE_POINTS)).openapi({ description: 'of the care list: nothing is written before' }),
  })
  .openapi('Letters');

const gate = z.object({ answer: z.enum(GATE_ANSWERS), note: z.string() });

export const Measures = z
  .object({
    measures: list(
      z.object({
        id: z.string(),
        step: z.enum(MEASURE_STEPS),
        state: z.enum(MEASURE_STATES),
        rules: count.openapi({ description: 'version of the rules when it was proposed' }),
        reason: z.string(),
        gates: z.object({ clause: gate, cause: gate, accommodation: gate, duty: gate, proportion: gate }),
        opinion: z.object({ from: z.string(), day, note: z.string() }).nullable(),
        proposed: Deed,
        outcome: Deed.extend({ what: z.enum(MEASURE_OUTCOMES), note: z.string() }).nullable(),
        lifted: Deed.extend({ note: z.string() }).nullable(),
      }),
    ),
  })
  .openapi('Measures');

export const InForceList = z
  .object({
    measures: list(
      z.object({
        id: z.string(),
        step: z.enum(MEASURE_STEPS),
        since: time,
        ruleVersion: count,
        caseId: z.string().nullable().openapi({ description: 'null: not for the eyes of this token' }),
        counterpartyId: z.string(),
        counterparty: z.string(),
      }),
    ),
  })
  .openapi('MeasuresInForce');
