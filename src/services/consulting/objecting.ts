import { type ObjectionMailDeps, receiveObjection } from '../../actions/index.ts';
import type { SourceState } from '../../intake/index.ts';

/** The mailbox for objections: nothing of it is judged. The cursor moves when all are written down; a mail that comes again is known. */
export const objecting = (deps: ObjectionMailDeps, state: SourceState): SourceState => ({
  ...state,
  async commit(deliveries, cursor) {
    for (const { raw, receivedAt } of deliveries) await receiveObjection(deps, { source: state.name, raw, receivedAt });
    await state.commit([], cursor);
  },
  part: (folder) => objecting(deps, state.part(folder)),
});
