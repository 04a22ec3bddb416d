import type { Hono } from 'hono';
import { suggestWords } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import { onAct } from '../shell/acts/route.ts';
import { first } from '../shell/form-values.ts';
import { inertLine } from '../shell/inert.ts';
import type { WebEnv } from '../shell/page.tsx';

/** Words for the dictionaries by somebody who may not change them. */
export function mountSuggest(app: Hono<WebEnv>, deps: FrontDeps): void {
  onAct(app, deps, suggestWords, {
    back: '/cases/:id?tab=body&taught=suggested',
    says: ['words-nowhere'],
    show: (c, _, tried) => {
      const { form: say } = c.get('messages');
      const words = inertLine(first(tried.values, 'words'), 60);
      const outcome = tried.reason === null ? { suggestion: tried } : { conflict: say.missedNowhere(words) };
      return casePage(c, deps, { status: 400, tab: 'body', ...outcome });
    },
  });
}
