import { authSchema, type Db, type Reviewer } from '../../src/store/index.ts';
import { personId } from '../support/ids.ts';

/** People with an account, the same ones when asked again. */
export async function reviewers(db: Db, ...names: string[]): Promise<Reviewer[]> {
  const people = names.map((name) => ({
    id: personId(`id-${name}`),
    name,
    email: `${encodeURIComponent(name)}@example.jp`,
  }));
  await db
    .insert(authSchema.user)
    .values(people.map((one) => ({ ...one, roles: ['reviewer'] })))
    .onConflictDoNothing();
  return people.map(({ id, name }) => ({ id, name, seesConfidential: false }));
}
