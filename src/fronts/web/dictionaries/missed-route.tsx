import type { Handler } from 'hono';
import { namedInMails } from '../../../actions/index.ts';
import { isNamedIn, type Named, searched, speaksOf } from '../../../cases/index.ts';
import { type MissedWords, missedWords } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { entryOf } from '../shell/actor.ts';
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
    const shown = await Promise.all(
      rows.slice(0, PAGE_SIZE).map(async (row) => ({ ...row, closed: await isClosed(deps, row, person) })),
    );
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

/** Words of a case they declined, or whose list row or mails speak of them, are not for this person, however much they ask. */
const isClosed = async ({ db }: FrontDeps, row: MissedWords, person: Named): Promise<boolean> =>
  row.declined ||
  speaksOf(row, person) ||
  isNamedIn(searched([row.words]), person) ||
  (await namedInMails(db, row.caseId, [person])).size > 0;
