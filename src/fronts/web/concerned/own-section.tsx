import type { Child } from 'hono/jsx';
import { todayIn } from '../../../response/index.ts';
import { type FileDeed, fileDeeds, loadCare, type OwnCase } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import type { Tried } from '../shell/acts/form.tsx';
import type { WebContext } from '../shell/page.tsx';
import { OwnCards } from './own-cards.tsx';

/** Of what was done, that which is towards the other side; care stands by itself, and what was written between others is theirs. */
const TOLD: ReadonlySet<FileDeed['kind']> = new Set([
  'letter',
  'measure',
  'objection',
  'pack',
  'expert',
  'demand-answer',
  'further',
]);

/** What the signed-in person says of a case that befell them, and what was done in it. */
export async function ownCards(c: WebContext, deps: FrontDeps, own: OwnCase, tried: Tried | null): Promise<Child> {
  const care = await loadCare(deps.db, own.caseId, { seesConfidential: true }); // theirs, whoever else may see it
  const deeds = await fileDeeds(deps.db, own.root, own.root === own.caseId ? [] : [own.caseId]);
  return (
    <OwnCards
      messages={c.get('messages')}
      clock={c.get('clock')}
      today={todayIn(deps.company.timeZone, deps.now())}
      own={own}
      care={care!}
      done={deeds.filter(({ kind }) => TOLD.has(kind)).sort((a, b) => b.at.getTime() - a.at.getTime())}
      tried={tried}
      saved={c.req.query('said') === '1'}
    />
  );
}
