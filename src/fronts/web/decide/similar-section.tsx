import type { Child } from 'hono/jsx';
import { similarTo } from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import { type FrontDeps, veiled } from '../../shared/index.ts';
import { actorOf, entryOf } from '../shell/actor.ts';
import type { Values } from '../shell/form-values.ts';
import type { WebContext } from '../shell/page.tsx';
import type { Done } from '../together/outcomes.tsx';
import type { Errors } from './form.ts';
import { SimilarView } from './similar.tsx';

export interface SimilarState {
  readonly values: Values | null; // null: those that are not urgent are ticked
  readonly errors?: Errors;
  readonly done?: Done;
}

/** Near-duplicates of a case, to be looked through before they are dismissed together; urgent ones are never ticked for anyone. */
export async function similarCard(
  c: WebContext,
  deps: FrontDeps,
  id: CaseId,
  { values, errors = {}, done }: SimilarState,
): Promise<Child> {
  const cases = await similarTo(deps, actorOf(c, deps), id);
  await deps.audit.record(entryOf(c, deps, 'case.similar', `case/${id}`));
  const usual = { case: cases.filter(({ band }) => band !== 'urgent').map((one) => one.id) };
  return (
    <SimilarView
      messages={c.get('messages')}
      clock={c.get('clock')}
      now={deps.now()}
      id={id}
      cases={await veiled(deps.db, cases, { maskAll: c.get('preferences').maskAll, language: c.get('language') })}
      values={values ?? usual}
      errors={errors}
      done={done ?? null}
    />
  );
}
