import type { Handler } from 'hono';
import { lettersState, Refusal } from '../../../actions/index.ts';
import { parseRowId } from '../../../cases/index.ts';
import type { LetterId } from '../../../response/index.ts';
import { ACT_LABELS, type FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { caseIdOf } from '../shell/id-of.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { LettersView } from './list-view.tsx';

export const withLabels = (deps: FrontDeps) => ({ ...deps, acts: ACT_LABELS });

/** The letter of an address. @throws Refusal `no-such-letter` when none can have such an id */
export function letterIdOf(c: WebContext): LetterId {
  const id = parseRowId<LetterId>(c.req.param('letter') ?? '');
  if (id === null) throw new Refusal({ code: 'no-such-letter' });
  return id;
}

/** The letters of a case, and which can be written. */
export const showLetters =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const id = caseIdOf(c);
    const state = await lettersState(withLabels(deps), actorOf(c, deps), id);
    const messages = c.get('messages');
    return page(
      c,
      deps,
      { title: messages.letters.of(id), section: 'cases', here: `/cases/${id}/letters` },
      <LettersView
        messages={messages}
        clock={c.get('clock')}
        state={state}
        mayTemplates={can(c, 'letters.templates')}
      />,
    );
  };
