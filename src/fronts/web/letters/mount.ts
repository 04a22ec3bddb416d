import type { Hono } from 'hono';
import { approveLetter, noteLetterReply, noteLetterSent, withdrawLetter } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { onAct } from '../shell/acts/route.ts';
import type { WebEnv } from '../shell/page.tsx';
import { makeDraft } from './draft-route.tsx';
import { ON_LETTER, saveFile, showLetter } from './letter-route.tsx';
import { mountTemplates } from './templates-route.tsx';

/** Everything about letters, in one place: there is much of it. */
export function mountLetters(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.post('/cases/:id/letters', makeDraft(deps));
  app.get('/cases/:id/letters/:letter', showLetter(deps));
  app.post('/cases/:id/letters/:letter/files/:file', saveFile(deps));
  const step = (done: string) => ({ ...ON_LETTER, back: `/cases/:id/letters/:letter?done=${done}` });
  onAct(app, deps, approveLetter, step('approved'));
  onAct(app, deps, withdrawLetter, step('withdrawn'));
  onAct(app, deps, noteLetterSent, step('sent'));
  onAct(app, deps, noteLetterReply, step('replied'));
  mountTemplates(app, deps);
}
