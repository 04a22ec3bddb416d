import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { mayWith } from '../../../cases/index.ts';
import { type FrontDeps, PERS, readNumbersQuery, takeNumbers } from '../../shared/index.ts';
import { NumbersAnswer } from './answers.ts';
import { json, problems, security } from './components.ts';
import type { ApiEnv } from './env.ts';

const NumbersQuery = z.object({
  per: z.enum(PERS).default('week'),
  last: z.iso.date().optional().openapi({ description: 'a day of the last week or month; the present one' }),
});

const numbersRoute = createRoute({
  method: 'get',
  path: '/numbers',
  summary: 'Mails, decisions, times and precision of twelve weeks or months; reasons and acts of the last of them',
  security,
  request: { query: NumbersQuery },
  responses: { 200: json(NumbersAnswer, 'The numbers.'), ...problems },
});

export function addNumbers(api: OpenAPIHono<ApiEnv>, deps: FrontDeps): void {
  api.openapi(numbersRoute, async (c) => {
    const { db, company, now } = deps;
    const { per, last = '' } = c.req.valid('query');
    const ask = readNumbersQuery({ per, last }, now(), company.timeZone);
    const mayReadCases = mayWith(c.get('token').roles, 'cases.read');
    const { waiting, ...numbers } = await takeNumbers(db, ask, { timeZone: company.timeZone, mayReadCases });
    const since = waiting.since?.toISOString() ?? null;
    return c.json({ ...numbers, waiting: { open: waiting.open, since } }, 200);
  });
}
