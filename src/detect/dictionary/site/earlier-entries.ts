import type { z } from 'zod';
import type { EntryFile } from '../schema.ts';
import type { Entry, Role } from '../types.ts';

type Written = z.output<typeof EntryFile>;

/** What an entry asks for. One in the earlier form asks for what its weight reached, or for its floor if that is higher. */
export function askedBy(
  { at_least, weight, floor, apprentice }: Pick<Written, 'at_least' | 'weight' | 'floor' | 'apprentice'>,
  role: Role,
): Entry['atLeast'] {
  if (weight === undefined || at_least !== undefined) return at_least ?? null;
  if (apprentice) return 'grey';
  if (role.kind !== 'expression') return null;
  const reached = REACHED[weight] ?? null;
  if (floor == null) return reached;
  return reached === null || ORDER.indexOf(floor) > ORDER.indexOf(reached) ? floor : reached;
}

const REACHED: Readonly<Record<number, Entry['atLeast']>> = { 2: 'grey', 3: 'review', 4: 'review', 5: 'urgent' };
const ORDER: readonly Entry['atLeast'][] = ['grey', 'review', 'urgent'];
