import { createMiddleware } from 'hono/factory';
import { validator } from 'hono/validator';
import { z } from 'zod';
import type { OperatorActor } from '../../../actions/index.ts';
import { parsed } from '../problem.ts';

const Actor = z.string().regex(/^cli:[^\p{C}]{1,64}$/u);

/** Who gave the command, as the header says. */
export const actor = createMiddleware<{ Variables: { actor: OperatorActor } }>(async (c, next) => {
  const given = parsed(Actor, decoded(c.req.header('x-komainu-actor') ?? ''));
  c.set('actor', { kind: 'operator', name: given.slice('cli:'.length) });
  await next();
});

export const query = <S extends z.ZodType>(schema: S) =>
  validator('query', (value): z.output<S> => parsed(schema, value));

export const json = <S extends z.ZodType>(schema: S) =>
  validator('json', (value): z.output<S> => parsed(schema, value));

function decoded(header: string): string {
  try {
    return decodeURIComponent(header);
  } catch {
    return '';
  }
}
