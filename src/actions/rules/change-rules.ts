import { APPROVING, MEASURE_STEPS, type MeasureRules, type RuleKind } from '../../response/index.ts';
import { addRules, type Db, rulesOf } from '../../store/index.ts';
import { act, type Doer } from '../kernel/act.ts';
import { choice, choices, named, number, rowId, rows, seen, text, tick } from '../kernel/ask.ts';
import { Refusal, wrongFields } from '../refusal.ts';

const MOST_TEXT = 2000;

/** Writes the next version of the rules of measures: each step once, in their order. @throws Refusal `rules-changed` */
export const changeMeasureRules = act({
  path: '/measures/rules',
  right: 'rules.manage',
  audit: 'rules.change',
  ask: {
    after: seen(),
    steps: rows(MEASURE_STEPS.length, {
      step: choice(MEASURE_STEPS),
      criteria: text(MOST_TEXT),
      frontLine: text(MOST_TEXT, 'maybe'),
      approvers: choices(APPROVING),
      opinion: tick(),
    }),
    caution: number(2, 99),
    cautionReply: text(MOST_TEXT),
    end: number(2, 99),
    endReply: text(MOST_TEXT),
  },
  logged: [],
  told: (version: number) => ({ version }),
  to: () => 'rules/measures',
  do(tx, { after, steps, ...repeats }, doer) {
    const wrong = MEASURE_STEPS.findIndex((step, i) => steps[i]?.step !== step);
    if (wrong !== -1) throw wrongFields({ [`steps.${wrong}.step`]: 'wrong' });
    if (repeats.end <= repeats.caution) throw wrongFields({ end: 'wrong' });
    return writeRules(tx, 'measures', after, { steps, repeats } satisfies MeasureRules, doer);
  },
});

const KINDS = ['escalation', 'measures'] as const satisfies readonly RuleKind[];

/** Puts an earlier version in force again, as the next one. @throws Refusal `not-there` for one that there is not, or that holds; `rules-changed` */
export const restoreRules = act({
  path: '/rules/:kind/:version/again',
  right: 'rules.manage',
  audit: 'rules.change',
  ask: { kind: named(KINDS), version: rowId<string>(), after: seen() },
  logged: [],
  told: (version: number, { version: again }) => ({ version, again }),
  to: ({ kind }) => `rules/${kind}`,
  async do(tx, { kind, version, after }, doer) {
    const before = (await rulesOf<object>(tx, kind)).find((one) => String(one.version) === version);
    if (before === undefined || before.version === after) throw new Refusal({ code: 'not-there' });
    return writeRules(tx, kind, after, before.rules, doer);
  },
});

/**
 * Writes rules of the company down as the version after `after`, the one that whoever changes them has seen; 0: there was none. It holds from
 * now on: what began before it goes on by the one that was in force then.
 *
 * @returns the version
 * @throws Refusal `rules-changed` when somebody else was first
 */
export async function writeRules(
  tx: Db,
  kind: RuleKind,
  after: number,
  rules: object,
  { by, person, at }: Pick<Doer, 'by' | 'person' | 'at'>,
): Promise<number> {
  if (!(await addRules(tx, kind, after, { rules, by, person, at }))) throw new Refusal({ code: 'rules-changed' });
  return after + 1;
}
