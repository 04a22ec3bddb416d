import type { Hono } from 'hono';
import type { FrontDeps } from '../../shared/index.ts';
import { forgetDecision, setLearning, showLearning } from '../learning/route.tsx';
import type { WebEnv } from '../shell/page.tsx';
import { revertEntry, showLog } from './log-route.tsx';
import { previewDraft } from './preview-route.tsx';
import { newEntry, proposeEntry, saveEntry } from './route.tsx';
import { handleWork, showWork } from './work-route.tsx';

/** How the judgement is changed in the browser. Mounted before `/dictionaries/:id`, which any name fits. */
export function tuningRoutes(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.get('/dictionaries/new', newEntry(deps));
  app.post('/dictionaries/preview', previewDraft(deps));
  app.post('/dictionaries/save', saveEntry(deps));
  app.get('/dictionaries/propose/:feedback', proposeEntry(deps));
  app.get('/dictionaries/work', showWork(deps));
  app.post('/dictionaries/work/:feedback', handleWork(deps));
  app.get('/dictionaries/log', showLog(deps));
  app.post('/dictionaries/log/:change/revert', revertEntry(deps));
  app.get('/dictionaries/learning', showLearning(deps));
  app.post('/dictionaries/learning', setLearning(deps));
  app.post('/dictionaries/learning/:taught/forget', forgetDecision(deps));
}
