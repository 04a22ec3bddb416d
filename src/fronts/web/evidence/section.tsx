import type { Child } from 'hono/jsx';
import { evidenceState } from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import { ACT_LABELS, type FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import type { WebContext } from '../shell/page.tsx';
import { ChooseView } from './choose.tsx';

/** Why nothing was made, and what stands before it. */
export interface NotMade {
  readonly error?: string | null; // null: where the page says it by itself
  readonly wrong?: string;
}

/** To whom evidence of a case can be handed, and the packs that were made. */
export async function evidenceCard(
  c: WebContext,
  deps: FrontDeps,
  id: CaseId,
  { error = null, wrong = c.get('messages').evidence.wrong }: NotMade,
): Promise<Child> {
  const messages = c.get('messages');
  const done = c.req.method === 'GET' && c.req.query('saved') === 'stamped' ? messages.evidence.stampKept : null;
  const state = await evidenceState({ ...deps, acts: ACT_LABELS }, actorOf(c, deps), id);
  return <ChooseView messages={messages} clock={c.get('clock')} id={id} state={state} {...{ error, wrong, done }} />;
}
