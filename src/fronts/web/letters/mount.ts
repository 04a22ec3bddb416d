import type { Hono } from 'hono';
import {
  approveLetter,
  draftLetter,
  noteLetterReply,
  noteLetterSent,
  saveLetterFile,
  withdrawLetter,
} from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { onAct } from '../shell/acts/route.ts';
import { caseIdOf } from '../shell/id-of.ts';
import type { WebEnv } from '../shell/page.tsx';
import { ON_DRAFT } from './draft-route.tsx';
import { ON_LETTER, SENT_AS_FILE, showLetter } from './letter-route.tsx';
import { mountTemplates } from './templates-route.tsx';

/** Everything about letters, in one place: there is much of it. */
export function mountLetters(app: Hono<WebEnv>, deps: FrontDeps): void {
  onAct(app, deps, draftLetter, {
    ...ON_DRAFT,
    back: async (c, _, letter) => c.redirect(`/cases/${caseIdOf(c)}/letters/${letter}?done=drafted`, 303),
  });
  app.get('/cases/:id/letters/:letter', showLetter(deps));
  onAct(app, deps, saveLetterFile, { ...ON_LETTER, back: SENT_AS_FILE });
  const step = (done: string) => ({ ...ON_LETTER, back: `/cases/:id/letters/:letter?done=${done}` });
  onAct(app, deps, approveLetter, step('approved'));
  onAct(app, deps, withdrawLetter, step('withdrawn'));
  onAct(app, deps, noteLetterSent, step('sent'));
  onAct(app, deps, noteLetterReply, step('replied'));
  mountTemplates(app, deps);
}
