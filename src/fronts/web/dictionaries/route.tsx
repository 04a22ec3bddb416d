import type { Handler } from 'hono';
import { entryFigures, inOrder } from '../../../tuning/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { can, page, type WebEnv } from '../shell/page.tsx';
import type { EntryBook } from './entry-book.ts';
import { narrowed, readDictionaryQuery } from './query.ts';
import { DictionariesView } from './view.tsx';

const PAGE_SIZE = 50;

/** Every entry of the dictionaries in force, with what it found. */
export const showDictionaries =
  (deps: FrontDeps, book: () => Promise<EntryBook>): Handler<WebEnv> =>
  async (c) => {
    const dictionary = deps.dictionary();
    const { hits, misfires, at } = await book();
    const asked = readDictionaryQuery(c.req.query());
    const figures = inOrder(narrowed(entryFigures(dictionary, hits, misfires), asked), asked.order);
    const lastPage = Math.max(1, Math.ceil(figures.length / PAGE_SIZE));
    const ask = { ...asked, page: Math.min(asked.page, lastPage) };
    const messages = c.get('messages');
    return page(
      c,
      deps,
      { title: messages.dictionaries.title, section: 'dictionaries' },
      <DictionariesView
        messages={messages}
        clock={c.get('clock')}
        now={deps.now()}
        at={at}
        dictionary={dictionary}
        ask={ask}
        figures={figures.slice((ask.page - 1) * PAGE_SIZE, ask.page * PAGE_SIZE)}
        total={figures.length}
        lastPage={lastPage}
        mayWrite={can(c, 'dictionaries.write')}
      />,
    );
  };
