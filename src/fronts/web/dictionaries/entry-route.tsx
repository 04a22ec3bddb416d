import type { Handler } from 'hono';
import { casesOfEntry, dictionaryChanges } from '../../../store/index.ts';
import { entryFigures, isEditable } from '../../../tuning/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { shownTo } from '../case-list/hiding.ts';
import { can, page, type WebEnv } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { EntryView } from './entry.tsx';
import type { EntryBook } from './entry-book.ts';

const MOST_CASES = 20;
const MOST_CHANGES = 3;

/** One entry with all that its author wrote, and the latest cases it was found in for whoever may read cases. */
export const showEntry =
  (deps: FrontDeps, book: () => Promise<EntryBook>): Handler<WebEnv> =>
  async (c) => {
    const dictionary = deps.dictionary();
    const rule = dictionary.rules.get(c.req.param('id') ?? '');
    if (rule === undefined) return c.notFound();
    const { hits, misfires } = await book();
    const [figures] = entryFigures({ rules: new Map([[rule.id, rule]]) }, hits, misfires);
    const person = c.get('person')!;
    const found = can(c, 'cases.read')
      ? await casesOfEntry(deps.db, rule.id, MOST_CASES, { person: person.id, ...visibilityOf(c) })
      : null;
    return page(
      c,
      deps,
      { title: rule.id, section: 'dictionaries' },
      <EntryView
        messages={c.get('messages')}
        clock={c.get('clock')}
        now={deps.now()}
        dictionary={dictionary}
        figures={figures!}
        shown={found && (await shownTo(c, deps, found))}
        mayEdit={can(c, 'dictionaries.write') && isEditable(rule)}
        changes={await dictionaryChanges(deps.db, { entry: rule.id, limit: MOST_CHANGES })}
        mayWrite={can(c, 'dictionaries.write')}
      />,
    );
  };
