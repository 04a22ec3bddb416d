import type { Brand } from '../util/brand.ts';

export type CaseId = Brand<string, 'CaseId'>;
export type MailId = Brand<string, 'MailId'>;
export type DecisionId = Brand<string, 'DecisionId'>;

/** Of a watch on a sender. */
export type WatchId = Brand<string, 'WatchId'>;

/** Of a mail at the consultation address. */
export type ForwardedId = Brand<string, 'ForwardedId'>;

export type CommentId = Brand<string, 'CommentId'>;

/** Of a filter of the list that a person has given a name. */
export type ViewId = Brand<string, 'ViewId'>;

/** Of a company or person in the register of counterparties. */
export type CounterpartyId = Brand<string, 'CounterpartyId'>;
/** Of a change of the dictionaries. */
export type ChangeId = Brand<string, 'ChangeId'>;

/** Of rules that are tried beside those in force. */

/** Of what came to a case after it was decided. */
export type AdditionId = Brand<string, 'AdditionId'>;

/** Of what a decision teaches. */
export type FeedbackId = Brand<string, 'FeedbackId'>;

/** Of a mail that is read to find what was missed. */
export type SpotId = Brand<string, 'SpotId'>;

/** Of an account. */
export type PersonId = Brand<string, 'PersonId'>;

const LARGEST = 9223372036854775807n; // of a PostgreSQL bigint

/** Rows are counted from 1. What is no row id belongs to no row, and is no error of the database. */
const isRowId = (text: string): boolean => /^[1-9]\d{0,18}$/.test(text) && BigInt(text) <= LARGEST;

/** The library that keeps accounts makes their ids as it likes. */
const isPersonId = (text: string): boolean => /^[^\p{C}]{1,100}$/u.test(text);

/** Reads the id of a row of any kind as an address, a command or a form names it. Null: no row can have it. */
export const parseRowId = <Id extends string>(text: string): Id | null => (isRowId(text) ? (text as Id) : null);

const parser =
  <Id extends string>(isOne: (text: string) => boolean) =>
  (text: string): Id | null =>
    isOne(text) ? (text as Id) : null;

/**
 * Reads an id as an address, a command or a form names it. Null: no case can have it.
 *
 * @example
 * parseCaseId('77') // → '77'
 * parseCaseId('077') // → null
 */
export const parseCaseId = parser<CaseId>(isRowId);

/** The same of a mail. */
export const parseMailId = parser<MailId>(isRowId);

/** The same of a named filter. */
export const parseViewId = parser<ViewId>(isRowId);

/** The same of a person: whether there is such an account the store says. */
export const parsePersonId = parser<PersonId>(isPersonId);

/** The same of a mail at the consultation address. */
export const parseForwardedId = parser<ForwardedId>(isRowId);

/** The same of a watch on a sender. */
export const parseWatchId = parser<WatchId>(isRowId);

/** The same of a counterparty in the register. */
export const parseCounterpartyId = parser<CounterpartyId>(isRowId);
/** The same of a change of the dictionaries. */
export const parseChangeId = parser<ChangeId>(isRowId);

/** The same of rules that are tried beside those in force. */
/** The same of a mail that is read to find what was missed. */
export const parseSpotId = parser<SpotId>(isRowId);

/** The same of what a decision teaches. */
export const parseFeedbackId = parser<FeedbackId>(isRowId);

/** Of a trial. */
export type PastRunId = Brand<string, 'PastRunId'>;

/** The same of a trial. */
export const parsePastRunId = parser<PastRunId>(isRowId);
