import { type CaseDetail, proposedSeverity } from '../../../cases/index.ts';
import { DEMANDS, type MeasureRules, type Repeat, repeatsOf } from '../../../response/index.ts';
import { counterpartyOfCase, currentRules, demandsAround } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import type { WebContext } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';

/** What a case shows of demands that come again. */
export interface Repeating {
  readonly repeats: readonly Repeat[];
  readonly replies: Readonly<Record<'caution' | 'end', string>> | null; // of the company's rules; null: it has none
  readonly grave: boolean; // acts that wait for no count
}

/** Twice is a repeat, whether or not a company has written down what is due then. */
const WITHOUT_RULES = { caution: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY };

/** Null: the case asks for nothing that could be asked for again. */
export async function repeatingFor(c: WebContext, { db }: FrontDeps, detail: CaseDetail): Promise<Repeating | null> {
  if (!DEMANDS.some((act) => detail.acts.includes(act))) return null;
  const sight = visibilityOf(c);
  const rules = (await currentRules<MeasureRules>(db, 'measures'))?.rules.repeats ?? null;
  const counterparty = (await counterpartyOfCase(db, detail.id, sight))?.counterparty ?? null;
  const { demands, answers } = await demandsAround(db, detail.id, counterparty, sight);
  return {
    repeats: repeatsOf(demands, answers, rules ?? WITHOUT_RULES),
    replies: rules === null ? null : { caution: rules.cautionReply, end: rules.endReply },
    grave: proposedSeverity(detail) === 3,
  };
}
