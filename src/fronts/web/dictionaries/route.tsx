import type { Handler } from 'hono';
import { entryFigures, inOrder } from '../../../tuning/index.ts';
import type { DeskDeps } from '../../shared/deps.ts';
import { can, type DeskEnv, page } from '../shell/page.tsx';
import type { EntryBook } from './entry-book.ts';
import { narrowed, readDictionaryAsk } from './query.ts';
import { DictionariesView } from './view.tsx';

const PAGE_SIZE = 50;

/** Every entry of the dictionaries in force, with what it found. */
export const showDictionaries =
  (deps: DeskDeps, book: () => Promise<EntryBook>): Handler<DeskEnv> =>
  async (c) => {
    const dictionary = deps.dictionary();
    const { hits, misfires, at } = await book();
    const asked = readDictionaryAsk(c.req.query());
    const figures = inOrder(narrowed(entryFigures(dictionary, hits, misfires), asked), asked.order);
    const lastPage = Math.max(1, Math.ceil(figures.length / PAGE_SIZE));
    const ask = { ...asked, page: Math.min(asked.page, lastPage) };
    const words = c.get('words');
    return page(
      c,
      deps,
      { title: words.dictionaries.title, section: 'dictionaries' },
      <DictionariesView
        words={words}
        clock={c.get('clock')}
        now={deps.now()}
        at={at}
        dictionary={dictionary}
        ask={ask}
        figures={figures.slice((ask.page - 1) * PAGE_SIZE, ask.page * PAGE_SIZE)}
        total={figures.length}
        lastPage={lastPage}
        mayReadCases={can(c, 'cases.read')}
      />,
    );
  };
