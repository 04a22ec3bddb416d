import type { Handler } from 'hono';
import { agreementFor, missedFor } from '../../../actions/index.ts';
import { decidedActs } from '../../../store/index.ts';
import {
  edgesOf,
  type FrontDeps,
  type Numbers,
  type NumbersQuery,
  readNumbersQuery,
  takeNumbers,
} from '../../shared/index.ts';
import { actorOf, entryOf } from '../shell/actor.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { Agreements } from '../spot-checks/agreement-view.tsx';
import { Missed } from '../spot-checks/view.tsx';
import type { ActCount } from './acts.tsx';
import { numbersCsv } from './csv.ts';
import { NumbersView } from './view.tsx';

/** How much came in, what was decided and how long it took, by week or month; how much is missed, and how far people agree. */
export const showNumbers =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const common = { messages, clock: c.get('clock') };
    const actor = actorOf(c, deps);
    const quality = (
      <>
        <Missed {...common} report={await missedFor(deps, actor, deps)} mayRead={can(c, 'cases.spot-check')} />
        <Agreements {...common} report={await agreementFor(deps, actor)} />
      </>
    );
    const view = can(c, 'numbers.read') ? (
      <NumbersView
        messages={messages}
        {...(await asked(c, deps))}
        acts={await actsOf(c, deps)}
        company={deps.company.name}
        now={deps.now()}
      >
        {quality}
      </NumbersView>
    ) : (
      <>
        <h1>{messages.numbers.title}</h1>
        {quality}
      </>
    );
    return page(c, deps, { title: messages.numbers.title, section: 'numbers' }, view);
  };

/** The same as a file for a spreadsheet. */
export const exportNumbers =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const { ask, numbers } = await asked(c, deps);
    const [last = ''] = ask.starts.slice(-2);
    await deps.audit.record(entryOf(c, deps, 'numbers.export', '', { per: ask.per, last }));
    return c.body(numbersCsv(numbers, c.get('messages')), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="komainu-numbers-${ask.per}-${last}.csv"`,
    });
  };

/** Over all that the charts show, the most approved first. */
async function actsOf(c: WebContext, { db, company, now }: FrontDeps): Promise<readonly ActCount[]> {
  const edges = edgesOf(readNumbersQuery(c.req.query(), now(), company.timeZone), company.timeZone);
  const acts = await decidedActs(db, [edges[0]!, edges.at(-1)!]);
  return acts.sort((a, b) => b.approved - a.approved || b.dismissed - a.dismissed);
}

async function asked(c: WebContext, { db, company, now }: FrontDeps): Promise<{ ask: NumbersQuery; numbers: Numbers }> {
  const ask = readNumbersQuery(c.req.query(), now(), company.timeZone);
  const who = { timeZone: company.timeZone, mayReadCases: can(c, 'cases.read') };
  return { ask, numbers: await takeNumbers(db, ask, who) };
}
