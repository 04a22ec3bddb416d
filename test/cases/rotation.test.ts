import { describe, expect, it } from 'vitest';
import { capOf, isHeavy, nextInTurn, type Turn, workloadOf } from '../../src/cases/index.ts';
import { caseId } from '../support/ids.ts';

describe('the next case in turn', () => {
  const heavy = { id: caseId('1'), heavy: true, urgent: false };
  const urgent = { id: caseId('2'), heavy: true, urgent: true };
  const turn = (values: Partial<Turn>): Turn => ({
    first: heavy,
    lighter: caseId('3'),
    afterHeavy: true,
    otherFree: false,
    ...values,
  });
  it.each<[string, Turn, string]>([
    ['a lighter one after one of the worst', turn({}), '3'],
    ['the most pressing one after a lighter one', turn({ afterHeavy: false }), '1'],
    ['one of the worst again when nothing else waits', turn({ lighter: null }), '1'],
    ['the first when it is none of the worst', turn({ first: { ...heavy, id: caseId('4'), heavy: false } }), '4'],
    ['an urgent one at once when nobody else is free', turn({ first: urgent }), '2'],
    ['an urgent one to someone else who is free', turn({ first: urgent, otherFree: true }), '3'],
  ])('is %s', (_, given, id) => {
    expect(nextInTurn(given)).toBe(id);
  });
});

it.each([
  ['urgent', true],
  ['review', false],
  ['grey', false],
  [null, false],
] as const)('a case that is %s and neither violent nor sexual is one of the worst: %s', (band, worst) => {
  expect(isHeavy({ band, acts: ['insult-person'] })).toBe(worst);
  expect(isHeavy({ band, acts: ['insult-person', 'sexual'] })).toBe(true);
});

it('one of the worst counts as two', () => {
  expect(workloadOf({ cases: 5, heavy: 2 })).toBe(7);
});

it.each([
  [null, 40, 40],
  [10, 40, 10],
  [90, 40, 40], // the company's was lowered afterwards
])('who wants %s cases a day, where %s are usual, rests after %s', (own, company, cap) => {
  expect(capOf(own, company)).toBe(cap);
});
