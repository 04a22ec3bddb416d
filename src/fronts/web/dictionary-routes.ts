import type { Hono } from 'hono';
import type { FrontDeps } from '../shared/index.ts';
import { showCostly } from './costly/route.tsx';
import { entryBook } from './dictionaries/entry-book.ts';
import { showEntry } from './dictionaries/entry-route.tsx';
import { showDictionaries } from './dictionaries/route.tsx';
import { showTry, tryText } from './dictionaries/sandbox-route.tsx';
import { inTab } from './dictionaries/tabs.ts';
import type { WebEnv } from './shell/page.tsx';
import { mountRevert, showLog } from './tuning/log-route.tsx';
import { previewDraft } from './tuning/preview-route.tsx';
import { editEntry, newEntry, proposeEntry, saveEntry, teachWords } from './tuning/route.tsx';
import { mountSuggest } from './tuning/suggest-route.ts';
import { mountWork, showWork } from './tuning/work-route.tsx';

/** What the dictionaries find, and how they are changed. Few pages: what is done with them are tabs at one address. */
export function dictionaryRoutes(app: Hono<WebEnv>, deps: FrontDeps): void {
  const book = entryBook(deps);
  app.get(
    '/dictionaries',
    inTab(deps, showDictionaries(deps, book), {
      new: newEntry(deps),
      costly: showCostly(deps),
      work: showWork(deps),
      propose: proposeEntry(deps),
      try: showTry(deps),
      log: showLog(deps),
    }),
  );
  app.post('/dictionaries/try', tryText(deps));
  app.post('/dictionaries/teach', teachWords(deps));
  mountSuggest(app, deps);
  app.post('/dictionaries/preview', previewDraft(deps));
  app.post('/dictionaries/save', saveEntry(deps));
  mountWork(app, deps);
  mountRevert(app, deps);
  const [show, edit] = [showEntry(deps, book), editEntry(deps)];
  app.get('/dictionaries/:id', (c, next) => (c.req.query('edit') === '1' ? edit : show)(c, next));
}
