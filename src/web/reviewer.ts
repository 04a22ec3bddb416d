import type { Reviewer } from '../store/index.ts';
import type { Person } from './accounts.ts';
import type { DeskContext } from './page.tsx';

/** The signed-in person as someone who decides. Routes that need a right have made sure that there is one. */
export const reviewerOf = (c: DeskContext): Reviewer => asReviewer(c.get('person')!);

const asReviewer = ({ id, name, roles }: Person): Reviewer => ({ id, name, atDesk: roles.includes('desk') });
