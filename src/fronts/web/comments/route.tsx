import type { Handler } from 'hono';
import { comment } from '../../../actions/index.ts';
import { MOST_COMMENT } from '../../../cases/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import { refusedPage } from '../decide/refused.ts';
import { actorOf } from '../shell/actor.ts';
import { first, valuesOf } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import type { WebEnv } from '../shell/page.tsx';

/** Takes a comment and shows the case with it. */
export const addComment =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const { comments: say } = c.get('messages');
    const sent = first(valuesOf(await c.req.parseBody({ all: true })), 'words');
    const words = sent.replaceAll('\r\n', '\n').trim(); // as a browser counts
    const wrong = (error: string) => casePage(c, deps, { status: 400, comment: { words, error } });
    if (words === '') return wrong(say.missing);
    if (words.length > MOST_COMMENT) return wrong(say.tooLong(MOST_COMMENT));
    try {
      await comment(deps, actorOf(c, deps), caseIdOf(c), words);
    } catch (error) {
      return refusedPage(c, deps, error);
    }
    return c.redirect(`/cases/${caseIdOf(c)}#history`, 303);
  };
