import { type CaseId, isNamedIn, searched } from '../../cases/index.ts';
import type { Letter } from '../../response/index.ts';
import { concernedIn, type Db } from '../../store/index.ts';
import { Refusal } from '../refusal.ts';

/**
 * A letter names a person concerned only if they agreed to it, and as long as they do: else it says their role and the day.
 *
 * @throws Refusal `not-named`
 */
export async function requireNaming(
  db: Db,
  id: CaseId,
  { written, quotes }: Pick<Letter, 'written' | 'quotes'>,
): Promise<void> {
  const said = searched([...Object.values(written), ...quotes.map(({ words }) => words)]);
  const others = (await concernedIn(db, id)).filter(({ naming }) => naming !== 'agreed');
  if (others.some(({ name }) => isNamedIn(said, { name, email: null }))) throw new Refusal({ code: 'not-named' });
}
