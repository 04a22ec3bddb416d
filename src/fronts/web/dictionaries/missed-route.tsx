import type { Handler } from 'hono';
import { isClosedTo } from '../../../actions/index.ts';
import { type CaseId, isNamedIn, type Named, searched, speaksOf } from '../../../cases/index.ts';
import { type MissedWords, missedWords } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf, entryOf } from '../shell/actor.ts';
import { can, page, type WebEnv } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { MissedView } from './missed.tsx';

const PAGE_SIZE = 100;

/** Words that reviewers wished an entry had found. They are words of mails: shown to whoever may read cases. */
export const showMissed =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const asked = c.req.query('page') ?? '';
    const at = /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
    const revealed = c.req.query('reveal') === '1';
    await deps.audit.record(entryOf(c, deps, 'dictionary.missed', '', { revealed }));
    const person = c.get('person')!;
    const looking = { person: person.id, ...visibilityOf(c) };
    const rows = await missedWords(deps.db, { limit: PAGE_SIZE + 1, offset: (at - 1) * PAGE_SIZE }, looking);
    const listed = rows.slice(0, PAGE_SIZE);
    const closed = new Set<CaseId>();
    for (const id of new Set(listed.map(({ caseId }) => caseId)))
      if (await isClosedTo(deps, actorOf(c, deps), id)) closed.add(id);
    const shown = listed.map((row) => ({ ...row, closed: closed.has(row.caseId) || isHidden(row, person) }));
    const messages = c.get('messages');
    return page(
      c,
      deps,
      { title: messages.missed.title, section: 'dictionaries' },
      <MissedView
        messages={messages}
        clock={c.get('clock')}
        rows={shown}
        at={at}
        more={rows.length > PAGE_SIZE}
        revealed={revealed}
        maskAll={c.get('preferences').maskAll}
        mayReadEntries={can(c, 'dictionaries.read')}
      />,
    );
  };

/** Words of a case they declined, or that speak of them as its list row may, are not for this person, however much they ask. */
const isHidden = (row: MissedWords, person: Named): boolean =>
  row.declined || speaksOf(row, person) || isNamedIn(searched([row.words]), person);
