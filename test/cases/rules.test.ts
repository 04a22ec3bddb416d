import { describe, expect, it } from 'vitest';
import {
  type Approval,
  changesBetween,
  elementsMet,
  gapsOf,
  plainApproval,
  statusAfter,
} from '../../src/cases/index.ts';
import type { Act, Assessment, Band } from '../../src/detect/index.ts';

describe('an approval', () => {
  const whole: Approval = { ...plainApproval(['summons']), severity: 2 };

  it.each<[string, Partial<Approval>, string[]]>([
    ['on our declaration alone', {}, []],
    ['on the statute alone', { declaration: false, elements: elementsMet(['customer', 'beyond', 'harmed']) }, []],
    ['on some elements only', { declaration: false, elements: elementsMet(['customer', 'beyond']) }, ['ground']],
    [
      'on elements of which one is not met',
      { declaration: false, elements: { customer: 'met', beyond: 'met', harmed: 'unmet' } },
      ['ground'],
    ],
    ['without act', { acts: [] }, ['acts']],
    ['without severity', { severity: null }, ['severity']],
    ['on nothing', { acts: [], severity: null, declaration: false }, ['acts', 'severity', 'ground']],
  ])('%s', (_, part, gaps) => {
    expect(gapsOf({ ...whole, ...part })).toEqual(gaps);
  });

  it('and a hand-over need an open case, a reopening a decided one', () => {
    const handOver = { kind: 'hand-over', to: { kind: 'desk' }, note: '' } as const;
    expect(statusAfter('open', whole)).toBe('approved');
    expect(statusAfter('open', handOver)).toBe('open');
    expect(() => statusAfter('dismissed', handOver)).toThrow(/decided already/);
    expect(() => statusAfter('open', { kind: 'reopen', note: '' })).toThrow(/open already/);
    expect(() => statusAfter('open', { kind: 'reopen', note: '' }, 'reopen')).toThrow(/open already/);
    expect(statusAfter('open', { kind: 'reopen', note: '' }, 'hand-over')).toBe('open');
  });
});

describe('what changed between two mails', () => {
  const judged = (hour: number, band: Band, entries: readonly (readonly [string, Act])[]) => ({
    receivedAt: new Date(Date.UTC(2026, 9, 1, hour)),
    assessment: {
      band,
      probability: entries.length / 10,
      acts: [...new Set(entries.map(([, act]) => act))].map((act) => ({ act, probability: 0.1 })),
      matches: entries.map(([entry, act]) => ({ entry, act })),
    } as unknown as Assessment,
  });

  it('names new, ceased and repeated acts, the wait and whether we answered in it', () => {
    const before = judged(1, 'grey', [
      ['discount.cut', 'discount-demand'],
      ['summons.come', 'summons'],
    ]);
    const after = judged(4, 'urgent', [
      ['discount.cut', 'discount-demand'],
      ['threat.burn', 'intimidation-company'],
    ]);
    const changes = changesBetween(before, after, [new Date(Date.UTC(2026, 9, 1, 2))]);
    expect(changes).toEqual({
      waited: 3 * 3_600_000,
      answered: true,
      band: { from: 'grey', to: 'urgent' },
      probability: { from: 0.2, to: 0.2 },
      added: ['intimidation-company'],
      ceased: ['summons'],
      repeated: ['discount-demand'],
    });
    expect(changesBetween(before, after, [new Date(Date.UTC(2026, 9, 1, 5))]).answered).toBe(false);
  });

  it('does not call an act repeated that came by other words', () => {
    const [before, after] = [judged(1, 'grey', [['a.one', 'summons']]), judged(2, 'grey', [['a.two', 'summons']])];
    expect(changesBetween(before, after, [])).toMatchObject({ added: [], ceased: [], repeated: [] });
  });
});
