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
  lettersFor,
  MEASURE_STEPS,
  measureState,
  obstaclesTo,
  repeatsOf,
  skippedBefore,
  stepFor,
  suffices,
} from '../../../src/response/index.ts';
import { caseId, personId } from '../../support/ids.ts';

const gatesOf = (answers: Partial<Record<keyof Gates, GateAnswer>>, note = '理由'): Gates =>
  Object.fromEntries(GATES.map((gate) => [gate, { answer: answers[gate] ?? 'clear', note }])) as Gates;
const opinion = { from: '山本弁護士', day: '2026-11-20' as Day, note: '' };
const bare = { opinion: null, clauseOnFile: false, younger: false };

describe('the gates of a step', () => {
  it('are open where every answer is clear, and the clause is on file for a termination', () => {
    for (const step of MEASURE_STEPS)
      expect(obstaclesTo({ step }, gatesOf({}), { ...bare, clauseOnFile: true })).toEqual([]);
    expect(obstaclesTo({ step: 'refusal' }, gatesOf({}), bare)).toEqual([]);
    expect(obstaclesTo({ step: 'termination' }, gatesOf({}), bare)).toEqual([{ gate: 'clause', needs: 'not-on-file' }]);
  });

  it('keep a termination without a clause back until a lawyer has said something', () => {
    const without = gatesOf({ clause: 'against' });
    expect(obstaclesTo({ step: 'termination' }, without, bare)).toEqual([{ gate: 'clause', needs: 'opinion' }]);
    expect(obstaclesTo({ step: 'termination' }, without, { ...bare, opinion })).toEqual([]);
    expect(obstaclesTo({ step: 'refusal' }, without, bare)).toEqual([]);
  });

  it.each(['accommodation', 'proportion'] as const)('are closed for good where %s speaks against it', (gate) => {
    for (const step of MEASURE_STEPS)
      expect(obstaclesTo({ step }, gatesOf({ [gate]: 'against' }), { ...bare, opinion, clauseOnFile: true })).toEqual([
        { gate, needs: 'closed' },
      ]);
  });

  it.each(['cause', 'duty'] as const)('ask a lawyer where %s is not clear and somebody is no longer served', (gate) => {
    for (const answer of ['against', 'unclear'] as const) {
      const gates = gatesOf({ [gate]: answer });
      expect(obstaclesTo({ step: 'warning' }, gates, bare)).toEqual([]);
      expect(obstaclesTo({ step: 'suspension' }, gates, bare)).toEqual([{ gate, needs: 'opinion' }]);
      expect(obstaclesTo({ step: 'suspension' }, gates, { ...bare, opinion })).toEqual([]);
    }
  });

  it.each([
    ['says so', { step: 'caution', opinion: true }, false, 'rule'],
    ['is younger than the case', { step: 'caution' }, true, 'younger'],
  ] as const)('ask an expert about any step whose rule %s', (_, rule, younger, gate) => {
    expect(obstaclesTo(rule, gatesOf({}), { ...bare, younger })).toEqual([{ gate, needs: 'opinion' }]);
    expect(obstaclesTo(rule, gatesOf({}), { ...bare, younger, opinion })).toEqual([]);
  });

  it('ask for the reason of every answer that is not clear', () => {
    expect(obstaclesTo({ step: 'caution' }, gatesOf({ duty: 'unclear' }, ' '), bare)).toEqual([
      { gate: 'duty', needs: 'note' },
    ]);
  });

  it('are never wider for a graver step, nor narrower with an opinion', () => {
    const answers = fc.record(Object.fromEntries(GATES.map((gate) => [gate, fc.constantFrom(...GATE_ANSWERS)])));
    fc.assert(
      fc.property(answers, fc.boolean(), fc.boolean(), (given, clauseOnFile, noted) => {
        const gates = gatesOf(given as Partial<Record<keyof Gates, GateAnswer>>, noted ? 'x' : '');
        const counts = MEASURE_STEPS.map((step) => obstaclesTo({ step }, gates, { ...bare, clauseOnFile }).length);
        expect(counts).toEqual([...counts].sort((a, b) => a - b));
        for (const step of MEASURE_STEPS)
          expect(obstaclesTo({ step }, gates, { ...bare, opinion, clauseOnFile }).length).toBeLessThanOrEqual(
            obstaclesTo({ step }, gates, { ...bare, clauseOnFile }).length,
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
    const stale = false;
    expect(measureState({ outcome: null, lifted: null, stale }, true)).toBe('proposed');
    expect(measureState({ outcome, lifted: null, stale }, true)).toBe('in-force');
    expect(measureState({ outcome, lifted: null, stale }, false)).toBe('questioned');
    expect(measureState({ outcome, lifted: { ...hand, note: 'x' }, stale }, true)).toBe('lifted');
    expect(measureState({ outcome: { ...outcome, what: 'declined' }, lifted: null, stale }, true)).toBe('declined');
  });

  it('says nothing once its case was opened again, whatever that came to', () => {
    expect(measureState({ outcome, lifted: null, stale: true }, false)).toBe('questioned');
    expect(measureState({ outcome, lifted: null, stale: true }, true)).toBe('lapsed');
  });

  it('is approved by somebody else, who has the right and a role that the rules name', () => {
    const proposal = { proposed: hand };
    const rule = { step: 'warning', approvers: ['lead'] } as const;
    expect(approverProblem(proposal, rule, { id: 'p1', roles: ['lead'] })).toBe('own-proposal');
    expect(approverProblem(proposal, rule, { id: 'p2', roles: ['desk'] })).toBe('wrong-role');
    expect(approverProblem(proposal, rule, { id: 'p2', roles: ['lead'] })).toBeNull();
    const ofDesk = { step: 'warning', approvers: ['desk'] } as const; // as rules of before may have it
    expect(approverProblem(proposal, ofDesk, { id: 'p2', roles: ['desk'] })).toBe('wrong-role');
    expect(approverProblem(proposal, ofDesk, { id: 'p2', roles: ['desk', 'management'] })).toBeNull();
  });

  it('is for management alone where the company parts from somebody, whatever a rule says', () => {
    for (const step of ['refusal', 'termination'] as const) {
      const rule = { step, approvers: ['management', 'lead'] } as const;
      expect(approverProblem({ proposed: hand }, rule, { id: 'p2', roles: ['lead', 'desk'] })).toBe('wrong-role');
      expect(approverProblem({ proposed: hand }, rule, { id: 'p2', roles: ['management'] })).toBeNull();
    }
    expect(lettersFor('termination')).toEqual(['immediate-termination']);
    expect(lettersFor('warning')).toEqual(['warning', 'end-of-dialogue']);
    expect(lettersFor('suspension')).toEqual([]);
  });

  it.each([
    ['warning', ['caution'], false],
    ['warning', ['warning'], true],
    ['end-of-dialogue', ['caution'], false],
    ['end-of-dialogue', ['suspension'], true],
    ['termination', ['suspension'], false],
    ['termination', ['refusal'], true],
    ['immediate-termination', ['refusal'], false],
    ['immediate-termination', ['termination'], true],
  ] as const)('as heavy as a letter of %s says: in force %j: %s', (kind, taken, enough) => {
    expect(suffices(taken, stepFor(kind)!)).toBe(enough);
  });

  it('is no matter of letters that take no step', () => {
    for (const kind of ['notice', 'cooperation', 'calm-reply', 'limited-apology', 'refusal'] as const)
      expect(stepFor(kind)).toBeNull();
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
