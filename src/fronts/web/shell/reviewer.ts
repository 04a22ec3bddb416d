import type { Looking, Visibility } from '../../../store/index.ts';
import type { WebContext } from './page.tsx';

/** What the signed-in person may see of cases. */
export const visibilityOf = (c: WebContext): Visibility => ({
  seesConfidential: c.get('person')?.roles.includes('desk') ?? false,
});

/** The signed-in person as someone who looks at a list. */
export const lookingOf = (c: WebContext, now: Date): Looking => ({
  person: c.get('person')!.id,
  now,
  ...visibilityOf(c),
});
