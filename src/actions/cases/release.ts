import type { CaseId } from '../../cases/index.ts';
import { releaseCase } from '../../store/index.ts';
import { type PersonActor, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';

/** Ends a person's own claim, if they have one. @throws Refusal `not-allowed` */
export async function release({ db }: Pick<ActionDeps, 'db'>, person: PersonActor, id: CaseId): Promise<void> {
  requireRight(person, 'cases.decide');
  await releaseCase(db, id, person.id);
}
