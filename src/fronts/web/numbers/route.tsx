import type { Handler } from 'hono';
import type { DeskDeps } from '../../shared/deps.ts';
import { type Numbers, takeNumbers } from '../../shared/numbers.ts';
import { type NumbersAsk, readNumbersAsk } from '../../shared/numbers-query.ts';
import { entryOf } from '../shell/actor.ts';
import { can, type DeskContext, type DeskEnv, page } from '../shell/page.tsx';
import { numbersCsv } from './csv.ts';
import { NumbersView } from './view.tsx';

/** How much came in, what was decided and how long it took, by week or month. */
export const showNumbers =
  (deps: DeskDeps): Handler<DeskEnv> =>
  async (c) => {
    const { ask, numbers } = await asked(c, deps);
    const words = c.get('words');
    return page(
      c,
      deps,
      { title: words.numbers.title, section: 'numbers' },
      <NumbersView words={words} ask={ask} numbers={numbers} company={deps.company.name} />,
    );
  };

/** The same as a file for a spreadsheet. */
export const exportNumbers =
  (deps: DeskDeps): Handler<DeskEnv> =>
  async (c) => {
    const { ask, numbers } = await asked(c, deps);
    const [last = ''] = ask.starts.slice(-2);
    await deps.audit.record(entryOf(c, deps, 'numbers.export', '', { per: ask.per, last }));
    return c.body(numbersCsv(numbers, c.get('words')), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="komainu-numbers-${ask.per}-${last}.csv"`,
    });
  };

async function asked(c: DeskContext, { db, company, now }: DeskDeps): Promise<{ ask: NumbersAsk; numbers: Numbers }> {
  const ask = readNumbersAsk(c.req.query(), now(), company.timeZone);
  const who = { timeZone: company.timeZone, mayReadCases: can(c, 'cases.read') };
  return { ask, numbers: await takeNumbers(db, ask, who) };
}
