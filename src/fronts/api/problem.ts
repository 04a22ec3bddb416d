import { STATUS_CODES } from 'node:http';
import type { Context, ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';
import { AccountError, type DecisionGap, type FieldProblems, Refusal, type RefusalCode } from '../../actions/index.ts';
import { CaseError } from '../../cases/index.ts';
import type { Logger } from '../../util/log.ts';

export const PROBLEM_CODES = [
  'wrong-request',
  'no-token', // none was sent, or one that does not work
  'not-allowed', // the token has no role for it
  'too-many-requests',
  'unknown-host', // it answers to the names that its configuration lists
  'not-found',
  'no-such-case',
  'case-status', // the case is not in the status that the decision needs
  'case-claimed', // someone else is looking at it
  'case-assigned', // to someone else
  'account-exists',
  'no-such-account',
  'account-inactive',
  'last-admin',
  'clock-ahead', // far ahead of the newest entry
  'no-such-counterparty',
  'changed-meanwhile', // by somebody else, after it was read
  'sender-shape', // neither a domain nor an address
  'sender-shared', // a domain where everybody may have an address
  'sender-taken', // by another counterparty
  'queue-down',
  'failed',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** The body of every answer that is no success (RFC 9457, application/problem+json). */
export interface Problem {
  readonly type: 'about:blank'; // the status says what it is
  readonly title: string;
  readonly status: number;
  readonly detail: string; // English, for the person who asked
  readonly code: ProblemCode;
  readonly refusal?: RefusalCode; // which rule said no, the same in every front
  readonly missing?: readonly DecisionGap[]; // of `incomplete`
  readonly fields?: FieldProblems; // of `wrong-fields`
}

/** The queue cannot be asked; the message is a sentence for the operator. */
export class QueueDownError extends Error {
  override readonly name = 'QueueDownError';
  readonly code = 'queue-down';
}

/** What a front tells as it stands; the message is English, for the person who asked. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: ContentfulStatusCode;
  readonly code: ProblemCode;
  constructor(status: ContentfulStatusCode, code: ProblemCode, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** A request that does not have the form it should have; the message says where. */
export const wrongRequest = (message: string): HTTPException => new HTTPException(400, { message });

/** The same for what a schema refused. */
export function wrongValue({ issues }: z.ZodError): HTTPException {
  const issue = issues[0];
  return wrongRequest(`${issue?.path.join('.') || 'request'}: ${issue?.message ?? 'wrong'}`);
}

/** What a request has, as `schema` reads it. @throws HTTPException */
export function parsed<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw wrongValue(result.error);
}

export function problem(
  c: Context,
  status: ContentfulStatusCode,
  code: ProblemCode,
  detail: string,
  {
    headers = {},
    ...more
  }: Pick<Problem, 'refusal' | 'missing' | 'fields'> & { headers?: Readonly<Record<string, string>> } = {},
): Response {
  const body: Problem = { type: 'about:blank', title: STATUS_CODES[status] ?? '', status, detail, code, ...more };
  return c.body(JSON.stringify(body), status, { ...headers, 'content-type': 'application/problem+json' });
}

export const problemHandler =
  (log: Logger): ErrorHandler =>
  (error, c) => {
    if (error instanceof HTTPException) return turnedAway(c, error);
    if (error instanceof Refusal) return refused(c, error);
    if (error instanceof ProblemError) return problem(c, error.status, error.code, error.message);
    if (error instanceof CaseError) {
      switch (error.code) {
        case 'not-found':
          return problem(c, 404, 'no-such-case', error.message);
        case 'wrong-status':
          return problem(c, 409, 'case-status', error.message);
        case 'claimed':
          return problem(c, 409, 'case-claimed', error.message);
      }
    }
    if (error instanceof AccountError) {
      switch (error.code) {
        case 'exists':
          return problem(c, 409, 'account-exists', error.message);
        case 'unknown':
          return problem(c, 404, 'no-such-account', error.message);
        case 'inactive':
          return problem(c, 409, 'account-inactive', error.message);
        case 'last-admin':
          return problem(c, 409, 'last-admin', error.message);
      }
    }
    if (error instanceof QueueDownError) return problem(c, 503, error.code, error.message);
    // Not its message: that of a failed query quotes the parameters.
    log.error({ error: error.name, cause: codeOf(error.cause) }, 'a request to the api failed');
    return problem(c, 500, 'failed', `The service failed (${error.name}).`);
  };

const CODES: Readonly<Partial<Record<number, ProblemCode>>> = {
  401: 'no-token',
  403: 'not-allowed',
  404: 'not-found',
  421: 'unknown-host',
  429: 'too-many-requests',
};

/** What actions refuse, as the problems that programs know. */
function refused(c: Context, { reason, message }: Refusal): Response {
  const [status, code] = REFUSED[reason.code];
  const what =
    reason.code === 'incomplete'
      ? { missing: reason.missing }
      : reason.code === 'wrong-fields'
        ? { fields: reason.fields }
        : {};
  return problem(c, status, code, message, { refusal: reason.code, ...what });
}

const REFUSED: Readonly<Record<RefusalCode, readonly [ContentfulStatusCode, ProblemCode]>> = {
  'not-allowed': [403, 'not-allowed'],
  'people-only': [403, 'not-allowed'],
  recused: [403, 'not-allowed'],
  'no-such-case': [404, 'no-such-case'],
  'case-status': [409, 'case-status'],
  'case-claimed': [409, 'case-claimed'],
  'case-assigned': [409, 'case-assigned'],
  'wrong-fields': [400, 'wrong-request'],
  'not-there': [404, 'not-found'],
  incomplete: [400, 'wrong-request'],
  'words-nowhere': [400, 'wrong-request'],
  'wrong-recipient': [400, 'wrong-request'],
  'care-open': [409, 'case-status'],
  'wish-nothing': [409, 'case-status'],
  'not-named': [400, 'wrong-request'],
  'no-consent': [400, 'wrong-request'],
  'wrong-purpose': [400, 'wrong-request'],
  'too-large': [413, 'wrong-request'],
  'not-merged': [409, 'case-status'],
  'case-changed': [409, 'case-status'],
  'names-left': [400, 'wrong-request'],
  'names-unconfirmed': [400, 'wrong-request'],
  'no-sender': [409, 'wrong-request'],
  'no-such-letter': [404, 'not-found'],
  'letter-status': [409, 'case-status'],
  'own-letter': [403, 'not-allowed'],
  'letter-stale': [409, 'case-status'],
  'no-clause': [409, 'case-status'],
  'wrong-day': [400, 'wrong-request'],
  'no-rules': [409, 'case-status'],
  'no-counterparty': [409, 'case-status'],
  'gates-open': [409, 'case-status'],
  'own-proposal': [403, 'not-allowed'],
  involved: [403, 'not-allowed'],
  'wrong-role': [403, 'not-allowed'],
  'measure-waits': [409, 'case-status'],
  'measure-decided': [409, 'case-status'],
  'measure-stale': [409, 'case-status'],
  'company-only': [409, 'case-status'],
  'no-measure': [409, 'case-status'],
  'rules-changed': [409, 'case-status'],
  'set-in-file': [409, 'case-status'],
  'settings-changed': [409, 'case-status'],
  'no-such-change': [404, 'not-found'],
  'entry-changed': [409, 'wrong-request'],
  'entry-wrong': [400, 'wrong-request'],
  'reason-needed': [400, 'wrong-request'],
  'loses-approved': [409, 'wrong-request'],
  'clock-ahead': [409, 'clock-ahead'],
};

/** What middleware refuses: its headers tell programs what to do, its words are ours. */
function turnedAway(c: Context, { status, message, res }: HTTPException): Response {
  const headers = Object.fromEntries(
    ['www-authenticate', 'retry-after'].flatMap((name) => {
      const value = res?.headers.get(name) ?? null;
      return value === null ? [] : [[name, value]];
    }),
  );
  return problem(c, status, CODES[status] ?? 'wrong-request', message || DETAILS[status] || 'Wrong request.', {
    headers,
  });
}

const DETAILS: Readonly<Partial<Record<number, string>>> = {
  400: 'Send the token as: Authorization: Bearer komainu_…',
  401: 'Send a token that is valid: Authorization: Bearer komainu_… An administrator makes one on the page of API tokens.',
};

const codeOf = (cause: unknown): unknown => (cause instanceof Error && 'code' in cause ? cause.code : null);
