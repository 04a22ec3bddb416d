import type { Hono } from 'hono';
import {
  approveLetter,
  noteLetterReply,
  noteLetterSent,
  setTemplateAside,
  withdrawLetter,
} from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { onAct } from '../shell/acts/route.ts';
import type { WebEnv } from '../shell/page.tsx';
import { makeDraft } from './draft-route.tsx';
import { ON_LETTER, saveFile, showLetter } from './letter-route.tsx';
import { sendTemplate, showTemplates, takeTemplate } from './templates-route.tsx';

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
  app.get('/letter-templates', showTemplates(deps));
  app.post('/letter-templates', takeTemplate(deps));
  app.get('/letter-templates/:kind/:language', sendTemplate(deps));
  onAct(app, deps, setTemplateAside, {
    back: '/letter-templates?done=setAside',
    show: async (c) => c.notFound(), // there is no such template
  });
}
