import { setGuideClosed } from '../../store/index.ts';
import { act } from '../kernel/act.ts';
import { tick } from '../kernel/ask.ts';

/** The first steps are no longer offered to a person who sets the service up, or are again. */
export const closeGuide = act({
  path: '/first-steps',
  right: 'people.manage',
  audit: 'settings.change',
  ask: { closed: tick() },
  logged: [],
  async do(tx, { closed }, { person }) {
    await setGuideClosed(tx, person!, closed);
    return person!;
  },
  told: (_, { closed }) => ({ guideClosed: closed }),
  to: (_, person) => `account/${person}`,
});
