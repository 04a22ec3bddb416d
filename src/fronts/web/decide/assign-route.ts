import type { Handler } from 'hono';
import { assign as assignCase, Refusal } from '../../../actions/index.ts';
import { parsePersonId } from '../../../cases/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import { actorOf } from '../shell/actor.ts';
import { text } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import type { WebEnv } from '../shell/page.tsx';
import { refusedPage } from './refused.ts';

/** Assigns the case to the chosen person; `nobody` ends that. */
export const assign =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const chosen = text((await c.req.parseBody()).to, 100);
    const to = chosen === 'nobody' ? null : parsePersonId(chosen);
    try {
      if (to === null && chosen !== 'nobody') throw new Refusal({ code: 'wrong-recipient' });
      await assignCase(deps, actorOf(c, deps), caseIdOf(c), to);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'wrong-recipient') return refusedPage(c, deps, error);
      return casePage(c, deps, { status: 400, conflict: c.get('messages').assign.wrongPerson });
    }
    return c.redirect(`/cases/${caseIdOf(c)}#assign`, 303);
  };
