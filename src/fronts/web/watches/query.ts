import { type CaseId, usualWatchEnd } from '../../../cases/index.ts';
import { senderOf, watchOn } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import type { WebContext } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import type { Watchable } from './card.tsx';

/** Whom a case lets one watch; null where nobody knows who wrote. */
export async function watchableOf(c: WebContext, deps: FrontDeps, id: CaseId): Promise<Watchable | null> {
  const sender = await senderOf(deps.db, id, visibilityOf(c));
  if (sender === null) return null;
  const now = deps.now();
  return {
    address: sender.address,
    watch: await watchOn(deps.db, sender.hash, now),
    usualEnd: usualWatchEnd(now, deps.company.timeZone),
  };
}
