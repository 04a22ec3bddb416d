import type { Context } from 'hono';
import { validator } from 'hono/validator';
import { z } from 'zod';
import { type ActDeps, type Actor, type Ask, type DeclaredAct, type DoneBy, perform } from '../../../actions/index.ts';
import { wrongRequest } from '../problem.ts';

/** What an act asks, by fields, as its callers write it: what its address names among it. */
export type Written<A extends Ask> = { readonly [Name in keyof A]?: z.input<A[Name]> };

/** Takes the body of an act as JSON, typed for its callers; whether it may be so the act says. */
export const asked = <A extends Ask>(_: { readonly ask: A }) =>
  validator('json', (value): Written<A> => {
    const read = z.looseObject({}).safeParse(value);
    if (!read.success) throw wrongRequest('request: expected an object');
    return read.data as Written<A>;
  });

/** Which of several acts at one address a body means by its `kind`, and what else it says. */
export function meantOf<A extends DeclaredAct>(acts: readonly A[], body: object): readonly [A, object] {
  const { kind, ...rest } = body as { readonly kind?: unknown };
  const act = acts.find(({ api }) => api?.kind === kind);
  if (act !== undefined) return [act, rest];
  throw wrongRequest(`kind: expected one of ${acts.map(({ api }) => api?.kind).join(', ')}`);
}

/** Does an act with what a request says: its body, and what its address names. @throws Refusal */
export async function done<A extends DeclaredAct>(
  act: A,
  deps: ActDeps,
  actor: Actor,
  c: Context,
  body: object = {},
): Promise<DoneBy<A>> {
  const named = Object.fromEntries(Object.entries(c.req.param() as Record<string, string>));
  return (await perform(act, deps as never, actor, { ...body, ...named })) as DoneBy<A>;
}

/** No JSON does. */
const bringsFiles = (field: z.ZodType): boolean => ['file', 'files'].includes(String(field.meta()?.kind));

/** The body of an act as the OpenAPI document has it: its fields but for the settled ones, and what else the address asks. */
export function bodySchema({ ask }: Pick<DeclaredAct, 'ask'>, settled: readonly string[], more: Ask = {}) {
  const fields = Object.entries(ask).filter(([name, field]) => !settled.includes(name) && !bringsFiles(field));
  const { $schema: _, ...schema } = z.toJSONSchema(z.strictObject({ ...more, ...Object.fromEntries(fields) }), {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      delete jsonSchema.kind; // of the form
      delete jsonSchema.lies;
      if (jsonSchema.format === 'date') delete jsonSchema.pattern; // which the format says
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return schema;
}
