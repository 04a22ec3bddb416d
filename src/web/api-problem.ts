import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { CaseError } from '../cases/index.ts';
import type { Logger } from '../log.ts';
import { AccountError } from './accounts.ts';

export type ProblemCode =
  | 'wrong-request'
  | 'no-such-case'
  | 'case-status' // the case is not in the status that the decision needs
  | 'case-claimed' // someone else is looking at it
  | 'account-exists'
  | 'no-such-account'
  | 'account-inactive'
  | 'last-admin'
  | 'queue-down'
  | 'failed';

/** The body of every answer of the local API that is no success. */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: string; // English, for the person at the terminal
}

/** The queue cannot be asked; the message is a sentence for the operator. */
export class QueueDownError extends Error {
  override readonly name = 'QueueDownError';
  readonly code = 'queue-down';
}

/** A request that does not have the form it should have; the message says where. */
export const wrongRequest = (message: string): HTTPException => new HTTPException(400, { message });

export const problemHandler =
  (log: Logger): ErrorHandler =>
  (error, c) => {
    if (error instanceof HTTPException)
      return c.json<Problem>({ code: 'wrong-request', message: error.message }, error.status);
    if (error instanceof CaseError) {
      switch (error.code) {
        case 'not-found':
          return c.json<Problem>({ code: 'no-such-case', message: error.message }, 404);
        case 'wrong-status':
          return c.json<Problem>({ code: 'case-status', message: error.message }, 409);
        case 'claimed':
          return c.json<Problem>({ code: 'case-claimed', message: error.message }, 409);
      }
    }
    if (error instanceof AccountError) {
      switch (error.code) {
        case 'exists':
          return c.json<Problem>({ code: 'account-exists', message: error.message }, 409);
        case 'unknown':
          return c.json<Problem>({ code: 'no-such-account', message: error.message }, 404);
        case 'inactive':
          return c.json<Problem>({ code: 'account-inactive', message: error.message }, 409);
        case 'last-admin':
          return c.json<Problem>({ code: 'last-admin', message: error.message }, 409);
      }
    }
    if (error instanceof QueueDownError) return c.json<Problem>({ code: error.code, message: error.message }, 503);
    // Not its message: that of a failed query quotes the parameters.
    log.error({ error: error.name, cause: codeOf(error.cause) }, 'local api failed');
    return c.json<Problem>({ code: 'failed', message: `The service failed (${error.name}).` }, 500);
  };

const codeOf = (cause: unknown): unknown => (cause instanceof Error && 'code' in cause ? cause.code : null);
