import { mayWith } from '../cases/index.ts';
import type { Config } from '../config/index.ts';
import type { Untold } from '../fronts/shared/index.ts';
import { type Db, listPeople } from '../store/index.ts';

/** Of what nobody would be told as the service is set up and staffed. A sample has nobody to tell, and its page says that it is one. */
export async function untoldOf({ sample, notify }: Pick<Config, 'sample' | 'notify'>, db: Db): Promise<Untold[]> {
  if (sample) return [];
  const people = await listPeople(db);
  return [
    ...(notify.channels.some(({ about }) => about.includes('urgent')) ? [] : (['no-channel'] as const)),
    ...(people.some(({ roles }) => mayWith(roles, 'cases.decide')) ? [] : (['no-decider'] as const)),
    ...(people.some(({ roles }) => roles.includes('desk')) ? [] : (['no-desk'] as const)),
  ];
}
