import type { Actor } from '../audit/index.ts';
import { CaseError } from '../cases/index.ts';
import type { DeskDeps } from '../fronts/shared/deps.ts';
import { holdCase, type Sight, USUAL_SIGHT } from '../store/index.ts';

/** Keeps a case whatever its age, or ends that. @throws CaseError when there is no such case. */
export const setHold = (
  { audit }: Pick<DeskDeps, 'audit'>,
  id: string,
  hold: boolean,
  by: Actor,
  sight: Sight = USUAL_SIGHT,
): Promise<void> =>
  audit.during(
    async (tx) => {
      if (!(await holdCase(tx, id, hold ? by.name : null, sight)))
        throw new CaseError('not-found', 'There is no such case.');
    },
    () => ({ ...by, action: hold ? 'case.hold' : 'case.release', target: `case/${id}`, details: {} }),
  );
