import { assigneesOf } from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import {
  approverProblem,
  isYounger,
  type Measure,
  type MeasureRules,
  openPoints,
  type RuleVersion,
  ruleOf,
} from '../../../response/index.ts';
import {
  type Account,
  type CaseCounterparty,
  caseOrigin,
  caseSummary,
  counterpartyOfCase,
  type InForce,
  loadCare,
  measuresAgainst,
  measuresOfCase,
  rulesOf,
} from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import type { WebContext } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';

/** A measure in force, and what whoever serves them does. */
export interface ShownInForce extends InForce {
  readonly frontLine: string;
}

/** Everything of measures that concerns a case. */
export interface CaseMeasures {
  readonly approved: boolean;
  readonly openPoints: number; // of the care list
  readonly stopped: boolean; // by the wish of a person concerned
  readonly counterparty: CaseCounterparty | null; // null: not in the register
  readonly rules: RuleVersion<MeasureRules> | null; // in force now
  readonly younger: boolean; // than the case
  readonly confidential: boolean; // for the consultation desk alone
  readonly measures: readonly (Measure & { readonly rules: RuleVersion<MeasureRules> | null })[]; // of this case
  readonly inForce: readonly ShownInForce[]; // against the counterparty, of any case
  readonly seconds: readonly Account[]; // who could decide the proposal that waits, beside whoever looks; none while nothing waits
}

/** What is in force against the counterparty of a case. */
export async function inForceFor(c: WebContext, { db }: FrontDeps, id: CaseId): Promise<ShownInForce[]> {
  const sight = visibilityOf(c);
  const found = await counterpartyOfCase(db, id, sight);
  if (found === null) return [];
  return withFrontLine(await measuresAgainst(db, found.counterparty.id, sight), await versions(db));
}

/** The company's own words for each, by the version of the rules under which it was taken. */
export const withFrontLine = (list: readonly InForce[], rules: readonly RuleVersion<MeasureRules>[]): ShownInForce[] =>
  list.map((one) => {
    const version = rules.find((rule) => rule.version === one.ruleVersion);
    return { ...one, frontLine: version === undefined ? '' : ruleOf(version.rules, one.step).frontLine };
  });

export const versions = (db: FrontDeps['db']) => rulesOf<MeasureRules>(db, 'measures');

/** Null: there is no such case in sight. */
export async function measuresFor(c: WebContext, deps: FrontDeps, id: CaseId): Promise<CaseMeasures | null> {
  const { db } = deps;
  const sight = visibilityOf(c);
  const [summary, care, origin] = [
    await caseSummary(db, id, sight),
    await loadCare(db, id, sight),
    await caseOrigin(db, id, sight),
  ];
  if (summary === null || care === null || origin === null) return null;
  const all = await versions(db);
  const rules = all[0] ?? null;
  const measures = (await measuresOfCase(db, id, sight)).map((one) => ({
    ...one,
    rules: all.find(({ version }) => version === one.ruleVersion) ?? null,
  }));
  return {
    approved: summary.status === 'approved',
    openPoints: openPoints(care).length,
    stopped: care.stopped,
    counterparty: await counterpartyOfCase(db, id, sight),
    rules,
    younger: rules !== null && isYounger(rules, origin.openedAt),
    confidential: origin.confidential,
    measures,
    inForce: await inForceFor(c, deps, id),
    seconds: secondsFor(c, measures),
  };
}

/** Who could be the second person for the proposal that waits: decides the case, is not spoken of in it, and has a role that the rules name. */
function secondsFor(c: WebContext, measures: CaseMeasures['measures']): readonly Account[] {
  const waiting = measures.find(({ outcome }) => outcome === null);
  const admitted = c.get('admitted');
  if (waiting === undefined || waiting.rules === null || admitted === null) return [];
  const rule = ruleOf(waiting.rules.rules, waiting.step);
  const me = c.get('person')!.id;
  return assigneesOf(admitted).filter((one) => one.id !== me && approverProblem(waiting, rule, one) === null);
}
