import { z } from '@hono/zod-openapi';
import { ProblemAnswer } from './answers.ts';

/** Pieces that routes are declared with. */
const problemWith = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ProblemAnswer } },
});

export const json = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

export const problems = {
  400: problemWith('The request does not have the form it should have; `detail` says where.'),
  401: problemWith('No token, or one that does not work.'),
  403: problemWith('No role of the token allows it.'),
  429: problemWith('Too many requests; `Retry-After` says for how long.'),
  500: problemWith('The service failed.'),
} as const;

export const noCase = { 404: problemWith('There is no such case.') } as const;
export const conflict = { 409: problemWith('The case is decided already, or someone looks at it.') } as const;

/** What addresses name, where their name does not say enough. */
export const NAMED = {
  id: z.string().openapi({ description: 'number of a case' }),
  counterparty: z.string().openapi({ description: 'number of a counterparty' }),
};
export const CaseIdParam = z.object({ id: NAMED.id });

export const security = [{ token: [] }];
