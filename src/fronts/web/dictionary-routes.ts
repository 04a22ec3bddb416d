import type { Hono } from 'hono';
import type { FrontDeps } from '../shared/index.ts';
import { showCostly } from './costly/route.tsx';
import { entryBook } from './dictionaries/entry-book.ts';
import { showEntry } from './dictionaries/entry-route.tsx';
import { showDictionaries } from './dictionaries/route.tsx';
import { showTry, tryText } from './dictionaries/sandbox-route.tsx';
import type { WebEnv } from './shell/page.tsx';
import { revertEntry, showLog } from './tuning/log-route.tsx';
import { previewDraft } from './tuning/preview-route.tsx';
import { editEntry, newEntry, proposeEntry, saveEntry, teachWords } from './tuning/route.tsx';
import { handleWork, showWork } from './tuning/work-route.tsx';

/** What the dictionaries find, and how they are changed. Words come before `:id`, which would take them. */
export function dictionaryRoutes(app: Hono<WebEnv>, deps: FrontDeps): void {
  const book = entryBook(deps);
  app.get('/dictionaries', showDictionaries(deps, book));
  app.get('/dictionaries/try', showTry(deps));
  app.post('/dictionaries/try', tryText(deps));
  app.get('/dictionaries/new', newEntry(deps));
  app.post('/dictionaries/teach', teachWords(deps));
  app.post('/dictionaries/preview', previewDraft(deps));
  app.post('/dictionaries/save', saveEntry(deps));
  app.get('/dictionaries/propose/:feedback', proposeEntry(deps));
  app.get('/dictionaries/work', showWork(deps));
  app.post('/dictionaries/work/:feedback', handleWork(deps));
  app.get('/dictionaries/log', showLog(deps));
  app.post('/dictionaries/log/:change/revert', revertEntry(deps));
  app.get('/dictionaries/costly', showCostly(deps));
  app.get('/dictionaries/:id', showEntry(deps, book));
  app.get('/dictionaries/:id/edit', editEntry(deps));
}
