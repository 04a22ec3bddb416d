import type { Looking, Reviewer, Sight } from '../../../store/index.ts';
import type { DeskContext } from './page.tsx';

/** The signed-in person as someone who decides. Routes that need a right have made sure that there is one. */
export function reviewerOf(c: DeskContext): Reviewer {
  const { id, name } = c.get('person')!;
  return { id, name, ...sightOf(c) };
}

/** What the signed-in person may see of cases. */
export const sightOf = (c: DeskContext): Sight => ({ atDesk: c.get('person')?.roles.includes('desk') ?? false });

/** The signed-in person as someone who looks at a list. */
export const lookingOf = (c: DeskContext, now: Date): Looking => ({
  person: c.get('person')!.id,
  now,
  ...sightOf(c),
});
