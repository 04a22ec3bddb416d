import { capOf, type Exposure, workloadOf } from '../../../cases/index.ts';
import { exposureSince } from '../../../store/index.ts';
import { type FrontDeps, todayStart } from '../../shared/index.ts';
import type { WebContext } from '../shell/page.tsx';

/** How much of their day the signed-in person has used, by the company's clock. For their own eyes only. */
export interface Today extends Exposure {
  readonly workload: number;
  readonly cap: number;
}

export async function todayOf(c: WebContext, { db, now, company, dailyCap }: FrontDeps): Promise<Today> {
  const seen = await exposureSince(db, c.get('person')!.id, todayStart(now(), company.timeZone));
  return { ...seen, workload: workloadOf(seen), cap: capOf(c.get('preferences').dailyCap, dailyCap) };
}
