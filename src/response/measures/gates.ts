import type { Day } from '../care.ts';
import { isHeavy, type StepRule } from './ladder.ts';

/**
 * What is asked before a step: whether the contract has the clause, whether we gave cause, whether the other side asks for reasonable
 * accommodation (合理的配慮), whether we have to serve them by law or contract, and whether the step is in proportion.
 */
export const GATES = ['clause', 'cause', 'accommodation', 'duty', 'proportion'] as const;
export type Gate = (typeof GATES)[number];

/** `clear`: nothing speaks against the step; `against`: something does; `unclear`: nobody knows. */
export const GATE_ANSWERS = ['clear', 'against', 'unclear'] as const;
export type GateAnswer = (typeof GATE_ANSWERS)[number];

export interface GateRecord {
  readonly answer: GateAnswer;
  readonly note: string; // why; needed where it is not clear
}
export type Gates = Readonly<Record<Gate, GateRecord>>;

/** What an expert outside, a lawyer as a rule, said about a step. */
export interface Opinion {
  readonly from: string;
  readonly day: Day;
  readonly note: string;
}

/** What a rule itself asks, beside the gates: an expert always, or because it is younger than the case, so that it proves little. */
export const RULE_GATES = ['rule', 'younger'] as const;

/**
 * What keeps a step from being taken: `closed` nothing opens, `opinion` an expert's opinion does, `note` the reason is missing, and
 * `not-on-file` a clause was claimed that the register does not have.
 */
export interface Obstacle {
  readonly gate: Gate | (typeof RULE_GATES)[number];
  readonly needs: 'closed' | 'opinion' | 'note' | 'not-on-file';
}

/**
 * What stands in the way of a step, by gate. A step out of proportion, or against somebody who asks for accommodation, is not taken; what
 * stops serving somebody asks a lawyer wherever an answer is not clear. The clause matters to the termination alone. Whatever the answers, an
 * expert is asked where the rule of the step says so, or is younger than the case.
 *
 * @example
 * const obstacles = obstaclesTo(rule, gates, { opinion: null, clauseOnFile: false, younger: true });
 */
export function obstaclesTo(
  { step, opinion: always = false }: Pick<StepRule, 'step' | 'opinion'>,
  gates: Gates,
  {
    opinion,
    clauseOnFile,
    younger,
  }: { readonly opinion: Opinion | null; readonly clauseOnFile: boolean; readonly younger: boolean },
): Obstacle[] {
  const asked = { rule: always, younger };
  const ofRule = RULE_GATES.filter((gate) => asked[gate] && opinion === null);
  const ofGates = GATES.flatMap((gate): Obstacle[] => {
    const { answer, note } = gates[gate];
    if (answer !== 'clear' && note.trim() === '') return [{ gate, needs: 'note' }];
    if (gate === 'clause' && step !== 'termination') return [];
    if (gate === 'clause' && answer === 'clear' && !clauseOnFile) return [{ gate, needs: 'not-on-file' }];
    if (answer === 'clear') return [];
    if (answer === 'against' && (gate === 'accommodation' || gate === 'proportion')) return [{ gate, needs: 'closed' }];
    return isHeavy(step) && opinion === null ? [{ gate, needs: 'opinion' }] : [];
  });
  return [...ofGates, ...ofRule.map((gate): Obstacle => ({ gate, needs: 'opinion' }))];
}
