import { burdenOf, capOf, type Exposure } from '../../../cases/index.ts';
import { exposureSince } from '../../../store/index.ts';
import { todayStart } from '../../shared/clock.ts';
import type { DeskDeps } from '../../shared/deps.ts';
import type { DeskContext } from '../shell/page.tsx';

/** How much of their day the signed-in person has used, by the company's clock. For their own eyes only. */
export interface Today extends Exposure {
  readonly burden: number;
  readonly cap: number;
}

export async function todayOf(c: DeskContext, { db, now, company, dailyCap }: DeskDeps): Promise<Today> {
  const seen = await exposureSince(db, c.get('person')!.id, todayStart(now(), company.timeZone));
  return { ...seen, burden: burdenOf(seen), cap: capOf(c.get('preferences').dailyCap, dailyCap) };
}
