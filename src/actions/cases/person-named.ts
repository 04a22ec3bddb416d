import { z } from 'zod';
import { type PersonId, parsePersonId } from '../../cases/index.ts';
import { type Db, findAccount } from '../../store/index.ts';
import { Refusal } from '../refusal.ts';

/** Somebody with an account, named by id or address. */
export const SOMEBODY = z
  .string()
  .min(1)
  .max(254)
  .regex(/^[^\p{C}]*$/u);

/** @throws Refusal `wrong-recipient` where nobody has that address, or nobody can have that id */
export async function personNamed(db: Db, named: string): Promise<PersonId> {
  const id = named.includes('@') ? ((await findAccount(db, named))?.id ?? null) : parsePersonId(named);
  if (id === null) throw new Refusal({ code: 'wrong-recipient' });
  return id;
}
