import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { DeskDeps } from '../deps.ts';
import { takeNumbers } from '../numbers.ts';
import { PERS, readNumbersAsk } from '../numbers-ask.ts';
import { mayWith } from '../rights.ts';
import { NumbersAnswer } from './answers.ts';
import type { ApiEnv } from './env.ts';
import { json, problems, security } from './parts.ts';

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

export function addNumbers(api: OpenAPIHono<ApiEnv>, { db, company, now }: DeskDeps): void {
  api.openapi(numbersRoute, async (c) => {
    const { per, last = '' } = c.req.valid('query');
    const ask = readNumbersAsk({ per, last }, now(), company.timeZone);
    const mayReadCases = mayWith(c.get('token').roles, 'cases.read');
    return c.json(await takeNumbers(db, ask, { timeZone: company.timeZone, mayReadCases }), 200);
  });
}
