import type { Child } from 'hono/jsx';
import { lettersState } from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { can, type WebContext } from '../shell/page.tsx';
import { draftCard } from './draft-section.tsx';
import { LettersView } from './list-view.tsx';

/** The letters of a case and which can be written; or the one that is asked for, to be written. */
export const lettersCard = async (c: WebContext, deps: FrontDeps, id: CaseId): Promise<Child> =>
  (await draftCard(c, deps, id, null)) ?? (
    <LettersView
      messages={c.get('messages')}
      clock={c.get('clock')}
      state={await lettersState(deps, actorOf(c, deps), id)}
      mayTemplates={can(c, 'letters.templates')}
    />
  );
