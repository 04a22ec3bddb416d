import type { Child } from 'hono/jsx';
import { lettersState } from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { can, type WebContext } from '../shell/page.tsx';
import { LettersView } from './list-view.tsx';
import { withLabels } from './route.tsx';

/** The letters of a case, and which can be written. */
export const lettersCard = async (c: WebContext, deps: FrontDeps, id: CaseId): Promise<Child> => (
  <LettersView
    messages={c.get('messages')}
    clock={c.get('clock')}
    state={await lettersState(withLabels(deps), actorOf(c, deps), id)}
    mayTemplates={can(c, 'letters.templates')}
  />
);
