import type { Actor } from '../audit/index.ts';
import { CaseError } from '../cases/index.ts';
import { holdCase, USUAL_VISIBILITY, type Visibility } from '../store/index.ts';
import type { ActionDeps } from './deps.ts';

/** Keeps a case whatever its age, or ends that. @throws CaseError when there is no such case. */
export const setHold = (
  { audit }: Pick<ActionDeps, 'audit'>,
  id: string,
  hold: boolean,
  by: Actor,
  visibility: Visibility = USUAL_VISIBILITY,
): Promise<void> =>
  audit.during(
    async (tx) => {
      if (!(await holdCase(tx, id, hold ? by.name : null, visibility)))
        throw new CaseError('not-found', 'There is no such case.');
    },
    () => ({ ...by, action: hold ? 'case.hold' : 'case.release', target: `case/${id}`, details: {} }),
  );
