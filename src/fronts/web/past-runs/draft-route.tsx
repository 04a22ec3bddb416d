import type { Handler } from 'hono';
import { completeDraft, lookAtDraft, startPastRun } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { first } from '../shell/form-values.ts';
import type { WebEnv } from '../shell/page.tsx';
import { editPage } from '../tuning/edit-page.tsx';
import { readDraft } from '../tuning/form.ts';
import { previewState, valuesIn } from '../tuning/preview-route.tsx';
import { begun, USUAL_DAYS } from './list-route.tsx';

/** Compares the dictionaries in force with what they would be with a draft. One that cannot be used is shown with what is wrong. */
export const compareDraft =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = await valuesIn(c);
    const draft = await completeDraft(deps, readDraft(values));
    const looked = await lookAtDraft(deps, actorOf(c, deps), { draft, base: first(values, 'base') });
    if (looked.kind !== 'fits')
      return editPage(c, deps, { values, preview: await previewState(c, deps, looked), status: 400 });
    const over = first(values, 'over') === 'cases' ? 'cases' : 'mailbox';
    const { sources } = deps.past;
    const run = await startPastRun(deps, actorOf(c, deps), { days: USUAL_DAYS, over, sources, against: { draft } });
    return begun(c, deps, run);
  };
