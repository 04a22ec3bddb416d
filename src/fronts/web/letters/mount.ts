import type { Hono } from 'hono';
import type { FrontDeps } from '../../shared/index.ts';
import type { WebEnv } from '../shell/page.tsx';
import { makeDraft } from './draft-route.tsx';
import { approve, saveFile, saveReply, saveSent, showLetter, withdraw } from './letter-route.tsx';
import { asideTemplate, sendTemplate, showTemplates, takeTemplate } from './templates-route.tsx';

/** Everything about letters, in one place: there is much of it. */
export function mountLetters(app: Hono<WebEnv>, deps: FrontDeps): void {
  app.post('/cases/:id/letters', makeDraft(deps));
  app.get('/cases/:id/letters/:letter', showLetter(deps));
  app.post('/cases/:id/letters/:letter/approve', approve(deps));
  app.post('/cases/:id/letters/:letter/withdraw', withdraw(deps));
  app.post('/cases/:id/letters/:letter/files/:file', saveFile(deps));
  app.post('/cases/:id/letters/:letter/sent', saveSent(deps));
  app.post('/cases/:id/letters/:letter/reply', saveReply(deps));
  app.get('/letter-templates', showTemplates(deps));
  app.post('/letter-templates', takeTemplate(deps));
  app.get('/letter-templates/:kind/:language', sendTemplate(deps));
  app.post('/letter-templates/:kind/:language/aside', asideTemplate(deps));
}
