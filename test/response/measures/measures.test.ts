import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  approverProblem,
  type Day,
  type DEMANDS,
  GATE_ANSWERS,
  GATES,
  type GateAnswer,
  type Gates,
  isHeavy,
  isYounger,
  MEASURE_STEPS,
  measureState,
  obstaclesTo,
  repeatsOf,
  skippedBefore,
} from '../../../src/response/index.ts';
import { caseId, personId } from '../../support/ids.ts';

const gatesOf = (answers: Partial<Record<keyof Gates, GateAnswer>>, note = '理由'): Gates =>
  Object.fromEntries(GATES.map((gate) => [gate, { answer: answers[gate] ?? 'clear', note }])) as Gates;
const opinion = { from: '山本弁護士', day: '2026-11-20' as Day, note: '' };
const bare = { opinion: null, clauseOnFile: false };

describe('the gates of a step', () => {
  it('are open where every answer is clear, and the clause is on file for a termination', () => {
    for (const step of MEASURE_STEPS)
      expect(obstaclesTo(step, gatesOf({}), { ...bare, clauseOnFile: true })).toEqual([]);
    expect(obstaclesTo('refusal', gatesOf({}), bare)).toEqual([]);
    expect(obstaclesTo('termination', gatesOf({}), bare)).toEqual([{ gate: 'clause', needs: 'not-on-file' }]);
  });

  it('keep a termination without a clause back until a lawyer has said something', () => {
    const without = gatesOf({ clause: 'against' });
    expect(obstaclesTo('termination', without, bare)).toEqual([{ gate: 'clause', needs: 'opinion' }]);
    expect(obstaclesTo('termination', without, { ...bare, opinion })).toEqual([]);
    expect(obstaclesTo('refusal', without, bare)).toEqual([]);
  });

  it.each(['accommodation', 'proportion'] as const)('are closed for good where %s speaks against it', (gate) => {
    for (const step of MEASURE_STEPS)
      expect(obstaclesTo(step, gatesOf({ [gate]: 'against' }), { opinion, clauseOnFile: true })).toEqual([
        { gate, needs: 'closed' },
      ]);
  });

  it.each(['cause', 'duty'] as const)('ask a lawyer where %s is not clear and somebody is no longer served', (gate) => {
    for (const answer of ['against', 'unclear'] as const) {
      const gates = gatesOf({ [gate]: answer });
      expect(obstaclesTo('warning', gates, bare)).toEqual([]);
      expect(obstaclesTo('suspension', gates, bare)).toEqual([{ gate, needs: 'opinion' }]);
      expect(obstaclesTo('suspension', gates, { ...bare, opinion })).toEqual([]);
    }
  });

  it('ask for the reason of every answer that is not clear', () => {
    expect(obstaclesTo('caution', gatesOf({ duty: 'unclear' }, ' '), bare)).toEqual([{ gate: 'duty', needs: 'note' }]);
  });

  it('are never wider for a graver step, nor narrower with an opinion', () => {
    const answers = fc.record(Object.fromEntries(GATES.map((gate) => [gate, fc.constantFrom(...GATE_ANSWERS)])));
    fc.assert(
      fc.property(answers, fc.boolean(), fc.boolean(), (given, clauseOnFile, noted) => {
        const gates = gatesOf(given as Partial<Record<keyof Gates, GateAnswer>>, noted ? 'x' : '');
        const counts = MEASURE_STEPS.map((step) => obstaclesTo(step, gates, { opinion: null, clauseOnFile }).length);
        expect(counts).toEqual([...counts].sort((a, b) => a - b));
        for (const step of MEASURE_STEPS)
          expect(obstaclesTo(step, gates, { opinion, clauseOnFile }).length).toBeLessThanOrEqual(
            obstaclesTo(step, gates, { opinion: null, clauseOnFile }).length,
          );
      }),
    );
  });
});

describe('the ladder', () => {
  it('says what a step goes over, and which steps end the service', () => {
    expect(skippedBefore('caution', [])).toEqual([]);
    expect(skippedBefore('refusal', ['warning'])).toEqual(['caution', 'suspension']);
    expect(MEASURE_STEPS.filter(isHeavy)).toEqual(['suspension', 'refusal', 'termination']);
  });

  it('says of a rule whether it is younger than the case', () => {
    const at = new Date('2026-11-20T00:00:00Z');
    expect(isYounger({ at }, new Date('2026-11-19T00:00:00Z'))).toBe(true);
    expect(isYounger({ at }, at)).toBe(false);
  });
});

describe('a measure', () => {
  const hand = { by: '花子', person: personId('p1'), at: new Date(0) };
  const outcome = { ...hand, what: 'approved' as const, note: '' };

  it('is in force from its approval until it is lifted, as long as its case stands', () => {
    expect(measureState({ outcome: null, lifted: null }, true)).toBe('proposed');
    expect(measureState({ outcome, lifted: null }, true)).toBe('in-force');
    expect(measureState({ outcome, lifted: null }, false)).toBe('questioned');
    expect(measureState({ outcome, lifted: { ...hand, note: 'x' } }, true)).toBe('lifted');
    expect(measureState({ outcome: { ...outcome, what: 'declined' }, lifted: null }, true)).toBe('declined');
  });

  it('is approved by somebody else, in a role that the rules name', () => {
    const proposal = { proposed: hand };
    const rule = { approvers: ['lead'] as const };
    expect(approverProblem(proposal, rule, { id: 'p1', roles: ['lead'] })).toBe('own-proposal');
    expect(approverProblem(proposal, rule, { id: 'p2', roles: ['desk'] })).toBe('wrong-role');
    expect(approverProblem(proposal, rule, { id: 'p2', roles: ['lead'] })).toBeNull();
  });
});

describe('a demand that comes again', () => {
  const RULE = { caution: 2, end: 3 };
  const day = (n: number) => new Date(Date.UTC(2026, 10, n));
  const demand = (n: number, ...acts: (typeof DEMANDS)[number][]) => ({
    at: day(n),
    caseId: caseId(String(n)),
    acts: acts.length > 0 ? acts : (['apology-demand'] as const),
  });

  it('counts once for each time that it was answered before', () => {
    const all = [demand(1), demand(2), demand(5), demand(9)];
    expect(repeatsOf(all, [], RULE)).toEqual([]);
    expect(repeatsOf(all, [day(3)], RULE)).toMatchObject([
      { act: 'apology-demand', due: 'caution', times: [{ at: day(1) }, { at: day(5) }] },
    ]);
    expect(repeatsOf(all, [day(3), day(6)], RULE)).toMatchObject([{ due: 'end', answers: [day(3), day(6)] }]);
  });

  it('counts each act for itself, across cases', () => {
    const all = [
      demand(1, 'apology-demand', 'discount-demand'),
      demand(5, 'discount-demand'),
      demand(9, 'apology-demand'),
    ];
    const found = repeatsOf(all, [day(2), day(7)], RULE);
    expect(found.map(({ act, times }) => [act, times.map((one) => one.caseId)])).toEqual([
      ['apology-demand', ['1', '9']],
      ['discount-demand', ['1', '5']],
    ]);
  });

  it('asks for what the company has set, and nothing before', () => {
    const all = [demand(1), demand(3), demand(5)];
    const answers = [day(2), day(4)];
    expect(repeatsOf(all, answers, { caution: 4, end: 5 })).toMatchObject([{ due: null }]);
    expect(repeatsOf(all, answers, { caution: 3, end: 4 })).toMatchObject([{ due: 'caution' }]);
  });

  it('never counts more times than there were answers, and one more, in whatever order they are given', () => {
    const days = fc.array(fc.integer({ min: 1, max: 28 }), { maxLength: 12 });
    fc.assert(
      fc.property(days, days, (demanded, answered) => {
        const demands = demanded.map((n) => demand(n));
        const [one] = repeatsOf(demands, answered.map(day), RULE);
        expect(one?.times.length ?? 0).toBeLessThanOrEqual(new Set(answered).size + 1);
        expect(repeatsOf(demands.toReversed(), answered.map(day).toReversed(), RULE)[0]?.times.length).toBe(
          one?.times.length,
        );
      }),
    );
  });
});
