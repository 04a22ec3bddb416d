import type { Handler } from 'hono';
import { entryHits, firstDecision } from '../../../store/index.ts';
import { costlyEntries, entryFigures } from '../../../tuning/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { can, page, type WebEnv } from '../shell/page.tsx';
import { CostlyView } from './view.tsx';

const DAY_MS = 86_400_000;
const LOOKED_AT_DAYS = 90;

/** Entries of which more was dismissed than approved, with what they cost a week. */
export const showCostly =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const { db } = deps;
    const at = deps.now().getTime();
    const first = await firstDecision(db);
    const since = Math.max(at - LOOKED_AT_DAYS * DAY_MS, first?.getTime() ?? 0);
    const hits = await entryHits(db, { decidedSince: new Date(since) });
    const days = Math.ceil((at - since) / DAY_MS);
    return page(
      c,
      deps,
      { title: messages.costly.title, section: 'dictionaries' },
      <CostlyView
        messages={messages}
        list={costlyEntries(entryFigures(deps.dictionary(), hits, new Map()), days)}
        days={LOOKED_AT_DAYS}
        isYoung={days < LOOKED_AT_DAYS}
        mayWrite={can(c, 'dictionaries.write')}
      />,
    );
  };
