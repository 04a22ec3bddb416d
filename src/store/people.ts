import { asc } from 'drizzle-orm';
import { user } from './auth-schema.ts';
import type { Db } from './db.ts';

/** Someone with an account. */
export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** Everyone with an account, by name. */
export const listPeople = (db: Db): Promise<ListedPerson[]> =>
  db.select({ id: user.id, name: user.name, roles: user.roles }).from(user).orderBy(asc(user.name), asc(user.id));
