import type { Handler } from 'hono';
import { asksForContent, searchCases } from '../../../actions/index.ts';
import { caseListPage, standingOf } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf, entryOf } from '../shell/actor.ts';
import type { WebEnv } from '../shell/page.tsx';
import { lookingOf, visibilityOf } from '../shell/reviewer.ts';
import { casesCsv } from './csv.ts';
import { shownTo } from './hiding.ts';
import { filterOf, readQuery, tabFilter } from './query.ts';

/** Cases of a file; more than a person reads. */
const MOST_EXPORTED = 10_000;

/** The list as it is narrowed, as a file for a spreadsheet. The log says which tab, never what was looked for. */
export const exportList =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const { db, company, retention } = deps;
    const { tab, narrowing } = readQuery(c.req.query());
    const person = c.get('person')!;
    const searched = tab === 'all' && narrowing.q !== ''; // such a list shows decided cases, too
    const filter = {
      ...filterOf(narrowing, { me: person.id, timeZone: company.timeZone }),
      ...(searched ? {} : tabFilter(tab, person.id)),
    };
    const { words: _, ...rest } = filter;
    const list = { filter: rest, most: MOST_EXPORTED, looked: Number.POSITIVE_INFINITY };
    const search = await searchCases(deps, actorOf(c, deps), filter, { list });
    const narrow = search === null ? rest : { ...rest, among: search.among };
    const slice = { limit: MOST_EXPORTED, offset: 0 };
    const rows = await caseListPage(db, { ...narrow, ...slice }, lookingOf(c, deps.now()));
    const { cases, isHidden } = await shownTo(c, deps, rows, asksForContent(filter));
    await deps.audit.record(entryOf(c, deps, 'cases.export', '', { tab, cases: cases.length }));
    const standing = await standingOf(
      db,
      cases.map(({ id }) => id),
      visibilityOf(c),
    );
    return c.body(
      casesCsv({ cases, standing, retention, isHidden, timeZone: company.timeZone }, c.get('messages')),
      200,
      {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="komainu-cases-${searched ? 'found' : tab === 'all' ? 'waiting' : tab}.csv"`,
      },
    );
  };
