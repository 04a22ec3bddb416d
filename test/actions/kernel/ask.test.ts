import { describe, expect, it } from 'vitest';
import {
  caseNumber,
  choice,
  day,
  days,
  leftOut,
  line,
  number,
  rowId,
  rows,
  text,
  time,
} from '../../../src/actions/kernel/ask.ts';
import { readAsk, shapesOf } from '../../../src/actions/kernel/read-ask.ts';
import type { Day } from '../../../src/response/index.ts';

const TODAY = '2026-07-03' as Day;
const ASK = {
  id: rowId(),
  way: choice(['received', 'sent']),
  name: line(5),
  note: text(10, 'maybe'),
  asked: day('behind'),
  due: day('ahead'),
  about: caseNumber(),
};
const GOOD = { id: '7', way: 'sent', name: ' 名前 ', asked: '2026-07-03', due: '2026-07-03' };

describe('what an act asks', () => {
  it('is read as it was meant', () => {
    const given = { ...GOOD, name: '名前', note: '', about: null };
    expect(readAsk(ASK, GOOD, TODAY)).toEqual({ given });
    expect(readAsk(ASK, { ...GOOD, note: '1\r\n2\r\n', about: ' #７7' }, TODAY)).toEqual({
      given: { ...given, note: '1\n2', about: '77' }, // as a browser counts
    });
  });

  it.each([
    ['nothing', { name: '' }, { name: 'missing' }],
    ['white space', { name: ' \r\n' }, { name: 'missing' }],
    ['nothing at all', { name: undefined }, { name: 'missing' }],
    ['too much', { name: 'あいうえおか', note: '12345678901' }, { name: 'too-long', note: 'too-long' }],
    ['no text', { name: 7 }, { name: 'wrong' }],
    ['none of the choices', { way: 'both' }, { way: 'wrong' }],
    ['no day of the calendar', { asked: '2026-02-30', due: 'x' }, { asked: 'wrong', due: 'wrong' }],
    ['a day to come that is over', { due: '2026-07-02' }, { due: 'wrong' }],
    ['a day in six years', { due: '2032-07-03' }, { due: 'wrong' }],
    ['a day that has not come', { asked: '2026-07-04' }, { asked: 'wrong' }],
    ['a day of another age', { asked: '1899-12-31' }, { asked: 'wrong' }],
    ['no number of a case', { about: 'x' }, { about: 'wrong' }],
    ['no id of a row', { id: '007' }, { id: 'wrong' }],
    ['more than was asked', { more: '1' }, { more: 'wrong' }],
    ['much at once', { name: '', way: '', due: '' }, { name: 'missing', way: 'wrong', due: 'wrong' }],
  ])('says what is wrong: %s', (_, more, problems) => {
    expect(readAsk(ASK, { ...GOOD, ...more }, TODAY)).toEqual({ problems });
  });

  it('tells forms and descriptions what its fields take', () => {
    expect(shapesOf(ASK)).toMatchObject({
      id: { kind: 'id' },
      way: { kind: 'choice', enum: ['received', 'sent'] },
      name: { kind: 'line', minLength: 1, maxLength: 5 },
      note: { kind: 'text', default: '', maxLength: 10 },
      asked: { kind: 'day', lies: 'behind', format: 'date' },
      due: { kind: 'day', lies: 'ahead' },
      about: { kind: 'line', maxLength: 19 },
    });
  });
});

describe('rows', () => {
  const ASKED = {
    steps: rows(2, { name: line(5), times: number(2, 9), due: leftOut(day('ahead')) }),
    opens: time(),
    off: days(2),
  };
  const RIGHT = { steps: [{ name: ' 段階 ', times: 2 }], opens: '09:00', off: ['2026-12-30', '2026-12-29'] };

  it('are read as they were meant', () => {
    expect(readAsk(ASKED, RIGHT, TODAY)).toEqual({
      given: { steps: [{ name: '段階', times: 2 }], opens: '09:00', off: ['2026-12-29', '2026-12-30'] },
    });
  });

  const one = RIGHT.steps[0]!;
  it.each([
    [
      'in a row, by place and field',
      { steps: [one, { name: '', times: 1.5 }] },
      { 'steps.1.name': 'missing', 'steps.1.times': 'wrong' },
    ],
    [
      'a number too small or too large',
      {
        steps: [
          { ...one, times: 1 },
          { ...one, times: 10 },
        ],
      },
      { 'steps.0.times': 'wrong', 'steps.1.times': 'wrong' },
    ],
    ['left out of a row', { steps: [{ times: 2 }] }, { 'steps.0.name': 'missing' }],
    ['not asked of a row', { steps: [{ ...one, more: '1' }] }, { 'steps.0.more': 'wrong' }],
    ['a day of a row that is over', { steps: [{ ...one, due: '2026-07-02' }] }, { 'steps.0.due': 'wrong' }],
    ['a row that is none', { steps: ['x'] }, { 'steps.0': 'wrong' }],
    [
      'too many rows, too many days',
      { steps: [one, one, one], off: ['2026-01-01', '2026-01-02', '2026-01-03'] },
      { steps: 'too-long', off: 'too-long' },
    ],
    [
      'no rows, no time, no days',
      { steps: 'x', opens: '24:00', off: ['2026-02-30'] },
      { steps: 'wrong', opens: 'wrong', off: 'wrong' },
    ],
  ] as const)('say what is wrong: %s', (_, more, problems) => {
    expect(readAsk(ASKED, { ...RIGHT, ...more }, TODAY)).toEqual({ problems });
  });

  it('tell forms what their fields take', () => {
    expect(shapesOf(ASKED)).toMatchObject({
      steps: {
        kind: 'rows',
        maxItems: 2,
        items: {
          properties: { name: { kind: 'line', maxLength: 5 }, times: { kind: 'number', minimum: 2, maximum: 9 } },
        },
      },
      opens: { kind: 'time' },
      off: { kind: 'days', maxItems: 2 },
    });
  });
});
