import type { Day } from '../care.ts';
import { isHeavy, type MeasureStep } from './ladder.ts';

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

/** What a lawyer said about a step. */
export interface Opinion {
  readonly from: string;
  readonly day: Day;
  readonly note: string;
}

/**
 * What keeps a step from being taken: `closed` nothing opens, `opinion` a lawyer's opinion does, `note` the reason is missing, and
 * `not-on-file` a clause was claimed that the register does not have.
 */
export interface Obstacle {
  readonly gate: Gate;
  readonly needs: 'closed' | 'opinion' | 'note' | 'not-on-file';
}

/**
 * What stands in the way of a step, by gate. A step out of proportion, or against somebody who asks for accommodation, is not taken; what
 * stops serving somebody asks a lawyer wherever an answer is not clear. The clause matters to the termination alone.
 *
 * @example
 * const obstacles = obstaclesTo('termination', gates, { opinion: null, clauseOnFile: false });
 */
export function obstaclesTo(
  step: MeasureStep,
  gates: Gates,
  { opinion, clauseOnFile }: { readonly opinion: Opinion | null; readonly clauseOnFile: boolean },
): Obstacle[] {
  return GATES.flatMap((gate): Obstacle[] => {
    const { answer, note } = gates[gate];
    if (answer !== 'clear' && note.trim() === '') return [{ gate, needs: 'note' }];
    if (gate === 'clause' && step !== 'termination') return [];
    if (gate === 'clause' && answer === 'clear' && !clauseOnFile) return [{ gate, needs: 'not-on-file' }];
    if (answer === 'clear') return [];
    if (answer === 'against' && (gate === 'accommodation' || gate === 'proportion')) return [{ gate, needs: 'closed' }];
    return isHeavy(step) && opinion === null ? [{ gate, needs: 'opinion' }] : [];
  });
}
