import { z } from 'zod';
import type { CaseId } from '../../cases/index.ts';
import {
  GATE_ANSWERS,
  GATES,
  type Gate,
  isYounger,
  MEASURE_STEPS,
  type MeasureRules,
  obstaclesTo,
  ruleOf,
} from '../../response/index.ts';
import { addMeasure, caseOrigin, counterpartyOfCase, currentRules } from '../../store/index.ts';
import { act } from '../kernel/act.ts';
import { choice, day, line, parts, rowId, text } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';
import { requireReady } from './ready.ts';

const note = () => line(1000, 'maybe');
const gates = z.strictObject(
  Object.fromEntries(
    GATES.map((gate) => [gate, z.strictObject({ answer: choice(GATE_ANSWERS), note: note() })]),
  ) as Record<
    Gate,
    z.ZodObject<{ answer: z.ZodEnum<{ [A in (typeof GATE_ANSWERS)[number]]: A }>; note: z.ZodType<string> }>
  >,
);
const opinion = z
  .strictObject({ from: line(200), day: day(), note: note() })
  .nullable()
  .default(null);

/**
 * Proposes a step against the counterparty of an approved case. It waits for a second person; nothing is in force by it, and nothing is sent.
 *
 * @throws Refusal `no-rules`, `no-counterparty`, `gates-open`, `case-status`, `care-open`, `wrong-day` for an opinion of tomorrow, or `measure-waits`
 * while another proposal does.
 */
export const proposeMeasure = act({
  path: '/cases/:id/measures',
  right: 'cases.decide',
  for: ['programs', 'commands'],
  audit: 'measure.propose',
  about: 'id',
  ask: {
    id: rowId<CaseId>(),
    step: choice(MEASURE_STEPS),
    reason: text(4000),
    gates: parts(gates),
    opinion: parts(opinion), // of somebody outside, where one was asked
  },
  logged: [],
  async do(tx, { id: caseId, step, reason, gates, opinion }, { actor, by, person, at, today, sight }) {
    if (opinion !== null && opinion.day > today) throw new Refusal({ code: 'wrong-day' });
    const rules = await currentRules<MeasureRules>(tx, 'measures');
    if (rules === null) throw new Refusal({ code: 'no-rules' });
    const found = await counterpartyOfCase(tx, caseId, sight);
    if (found === null) throw new Refusal({ code: 'no-counterparty' });
    const { counterparty } = found;
    const origin = await caseOrigin(tx, caseId, sight);
    const younger = origin !== null && isYounger(rules, origin.openedAt);
    const obstacles = obstaclesTo(ruleOf(rules.rules, step), gates, {
      opinion,
      clauseOnFile: counterparty.clause !== null,
      younger,
    });
    if (obstacles.length > 0) throw new Refusal({ code: 'gates-open', obstacles });
    const { decisions } = await requireReady(tx, actor, caseId);
    const measure = await addMeasure(tx, {
      ...{ caseId, step, reason, gates, opinion, decisions },
      counterpartyId: counterparty.id,
      ruleVersion: rules.version,
      proposed: { by, person, at },
    });
    if (measure === null) throw new Refusal({ code: 'measure-waits' });
    return { id: caseId, measure, rules: rules.version, younger };
  },
  told: ({ measure, rules, younger }, { step, opinion }) => ({
    measure,
    step,
    rules,
    younger, // the rules, than the case
    opinion: opinion !== null,
  }),
  to: ({ id }) => `case/${id}`,
});
