import { describe, expect, it } from 'vitest';
import { ALONE, type Mergeable, mergeProblem, reportsOf, statusAfter, teaches } from '../../src/cases/index.ts';
import { caseId } from '../support/ids.ts';

const one = (values: Partial<Mergeable> = {}): Mergeable => ({
  id: caseId('1'),
  kind: 'mail',
  status: 'open',
  confidential: false,
  parts: 0,
  claimed: false,
  band: 'review',
  worry: false,
  ...values,
});
const other = (values: Partial<Mergeable> = {}) => one({ id: caseId('2'), ...values });

describe('two cases', () => {
  it.each([
    ['of mails', {}, {}],
    ['a call and a mail', { kind: 'report' }, {}],
    ['a mail and a call', {}, { kind: 'report' }],
    ['both confidential', { kind: 'report', confidential: true }, { kind: 'report', confidential: true }],
    ['the one that stays having parts', {}, { parts: 3 }],
  ] as const)('are merged: %s', (_, part, into) => {
    expect(mergeProblem(one(part), other(into))).toBeNull();
  });

  it.each([
    ['a confidential one into an open one', { confidential: true }, {}, 'confidential'],
    ['an open one into a confidential one', {}, { confidential: true }, 'confidential'],
    ['a decided one', { status: 'approved' }, {}, 'not-open'],
    ['into a decided one', {}, { status: 'dismissed' }, 'not-open'],
    ['one that stands in another', { status: 'merged' }, {}, 'not-open'],
    ['into one that stands in another', {}, { status: 'merged' }, 'not-open'],
    ['one that could not be judged', { kind: 'unreadable' }, {}, 'unreadable'],
    ['into one that could not be judged', {}, { kind: 'unreadable' }, 'unreadable'],
    ['one with parts', { parts: 1 }, {}, 'has-parts'],
    ['one that someone else is at', { claimed: true }, {}, 'claimed'],
    ['into one that someone else is at', {}, { claimed: true }, 'claimed'],
  ] as const)('are not merged: %s', (_, part, into, problem) => {
    expect(mergeProblem(one(part), other(into))).toBe(problem);
  });

  it('are two', () => {
    expect(mergeProblem(one(), one())).toBe('itself');
  });
});

describe('a merged case', () => {
  it.each(['approve', 'dismiss', 'hand-over', 'reopen'] as const)('is not decided by itself: %s', (kind) => {
    expect(() => statusAfter('merged', { kind, note: '' } as never, 'hand-over')).toThrow(/another/);
  });

  it('brings what was handed in, and keeps dictionaries from learning of calls', () => {
    const report = (channel: 'mail' | 'phone') => ({ channel, words: channel }) as never;
    const part = { id: caseId('2'), kind: 'report', by: '花子', at: new Date(0) } as const;
    const merging = { into: null, parts: [{ ...part, report: report('phone') }] };
    expect(reportsOf({ report: null, merging: ALONE })).toEqual([]);
    expect(reportsOf({ report: report('mail'), merging })).toEqual([report('mail'), report('phone')]);
    expect(teaches({ report: null, merging: ALONE })).toBe(true);
    expect(teaches({ report: report('mail'), merging: ALONE })).toBe(true);
    expect(teaches({ report: null, merging })).toBe(false);
  });
});
