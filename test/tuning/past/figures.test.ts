import { describe, expect, it } from 'vitest';
import type { PastRow, PastVerdict } from '../../../src/cases/index.ts';
import type { Band } from '../../../src/detect/index.ts';
import { bandUnder, ingredientsOf } from '../../../src/detect/index.ts';
import {
  createPastMemory,
  levelFor,
  stricter,
  thresholdsMatter,
  trialFigures,
  weeklyRate,
} from '../../../src/tuning/index.ts';
import { actFile, detectorFor, judge } from '../../support/dictionary.ts';
import { entryId } from '../../support/ids.ts';

const UNTIL = new Date('2026-11-01T00:00:00Z');
const SPAN = { since: new Date('2026-10-04T00:00:00Z'), until: UNTIL }; // four weeks
const daysAgo = (days: number): Date => new Date(UNTIL.getTime() - days * 86_400_000);

const verdict = (band: Band, more: Partial<PastVerdict> = {}): PastVerdict => ({
  ...{
    band,
    entries: [],
    probability: 0.001,
    pressing: false,
    least: 'ordinary',
  },
  ...more,
});

let n = 0;
const row = (verdict: PastVerdict | null, more: Partial<PastRow> = {}): PastRow => ({
  ...{ n: n++, at: daysAgo(1), source: 'support', folder: 'INBOX', uidValidity: 1n, uid: n, kind: 'judged' },
  ...{ sender: null, messageId: null, thread: `own-${n}`, content: null, characters: 10 },
  verdict,
  ...more,
});

const { scoring } = (await detectorFor({})).dictionary;

describe('the figures of a trial', () => {
  const grey = (probability: number, more: Partial<PastRow> = {}) => row(verdict('grey', { probability }), more);

  it('count cases, not mails: those of a thread within a week are one', () => {
    const rows = [
      grey(0.04, { thread: 't', at: daysAgo(20) }),
      grey(0.04, { thread: 't', at: daysAgo(19) }),
      grey(0.04, { thread: 't', at: daysAgo(5) }),
      grey(0.04, { at: daysAgo(4) }),
    ];
    const { levels, mails } = trialFigures(rows, SPAN, scoring.thresholds);
    expect(mails).toBe(4);
    expect(levels.find(({ factor }) => factor === 1)!.cases!.perWeek).toBe(3 / 4);
  });

  it('have a level for every budget that what entries ask for leaves room for', () => {
    const rows = [
      ...Array.from({ length: 40 }, (_, i) => grey(0.035, { at: daysAgo((i % 27) + 1) })),
      ...Array.from({ length: 8 }, (_, i) =>
        row(verdict('urgent', { probability: 0.001, least: 'urgent' }), { at: daysAgo(i + 1) }),
      ),
    ];
    const figures = trialFigures(rows, SPAN, scoring.thresholds);
    expect(levelFor(figures, 12)!.factor).toBeLessThanOrEqual(1);
    const strict = levelFor(figures, 3)!;
    expect(strict.factor).toBeGreaterThan(1);
    expect(strict.cases!.perWeek).toBe(2);
    expect(strict.byBand.urgent!.perWeek).toBe(2);
    expect(levelFor(figures, 1)).toBeNull();
    const cases = figures.levels.map((level) => level.cases!.perWeek);
    expect([...cases].sort((x, y) => y - x)).toEqual(cases);
    expect(thresholdsMatter(figures)).toBe(true);
  });

  it('propose nothing where all thresholds bring the same', () => {
    const held = { probability: 0.001, least: 'urgent' } as const;
    for (const rows of [[], [row(verdict('urgent', held), { at: daysAgo(1) })]]) {
      const figures = trialFigures(rows, SPAN, scoring.thresholds);
      expect([thresholdsMatter(figures), levelFor(figures, 1000), levelFor(figures, 0)]).toEqual([false, null, null]);
    }
  });
});

describe('a band under other thresholds', () => {
  it('is the one that a judgement with them finds, and never below what holds it', async () => {
    const detector = await detectorFor({
      'insult-person.yaml': actFile(
        'insult-person',
        'expressions:\n  - { id: insult.mild, say: [遅すぎる], weight: 2, match: [例] }\n  - { id: insult.plain, say: [無能], weight: 3, match: [例] }',
      ),
      'physical-violence.yaml': actFile(
        'physical-violence',
        'expressions:\n  - { id: violence.kill, do: [殺す], weight: 5, floor: urgent, match: [例] }',
      ),
    });
    const texts = ['資料です。', 'お前は遅すぎる。', 'お前は無能だ。遅すぎる。', 'お前を殺すぞ。'];
    const { thresholds: now } = detector.dictionary.scoring;
    for (const factor of [0.5, 0.8, 1, 1.5, 2, 4]) {
      const scoring = { ...detector.dictionary.scoring, thresholds: stricter(now, factor) };
      const other = { ...detector, dictionary: { ...detector.dictionary, scoring } };
      for (const text of texts)
        expect([factor, text, bandUnder(ingredientsOf(judge(detector, text)), scoring.thresholds)]).toEqual([
          factor,
          text,
          judge(other, text).band,
        ]);
    }
    expect(ingredientsOf(judge(detector, 'お前を殺すぞ。')).least).toBe('urgent');
  });
});

describe('the memory of a reading', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 9, 1, 9, minute));
  const mail = (minute: number, more: Partial<PastRow> = {}) =>
    row(verdict('grey', { entries: [entryId('insult.a')] }), {
      ...{ at: at(minute), sender: 's', messageId: `m${minute}`, thread: 'm0', content: 'c' },
      ...more,
    });

  it('knows what came before a mail, and nothing that came later', () => {
    const memory = createPastMemory([mail(0), mail(1, { sender: 'x' }), mail(5)]);
    const history = memory.historyOf({ sender: 's', messageId: 'm2', references: ['m0'], at: at(2) });
    expect(history.map(({ sameSender, sameThread }) => [sameSender, sameThread])).toEqual([
      [true, true],
      [false, true],
    ]);
  });

  it('knows answers by their thread, and second deliveries by message and content', () => {
    const memory = createPastMemory([mail(0), mail(1, { kind: 'answer', verdict: null, messageId: 'a' })]);
    const history = memory.historyOf({ sender: 's', messageId: 'm2', references: ['a'], at: at(2) });
    expect(history.map(({ direction }) => direction)).toEqual(['in', 'sent']);
    expect(memory.isKnown('m0', 'c')).toBe(true);
    expect([memory.isKnown('m0', 'other'), memory.isKnown(null, 'c')]).toEqual([false, false]);
  });

  it('is the same when it is made of what was written down', () => {
    const rows = [mail(0), mail(1), mail(2, { kind: 'duplicate' })];
    const grown = createPastMemory();
    for (const one of rows) grown.add(one);
    const question = { sender: 's', messageId: null, references: [], at: at(9) };
    expect(grown.historyOf(question)).toEqual(createPastMemory(rows).historyOf(question));
    expect(grown.historyOf(question)).toHaveLength(2);
  });
});

describe('a weekly rate', () => {
  it.each([
    ['nothing in four weeks', [0, 0, 0, 0], 0, 0, 0.93],
    ['ten a week', [10, 10, 10, 10], 10, 7.1, 13.7],
    ['weeks that differ much', [0, 40, 0, 0], 10, 0, 56],
  ] as const)('of %s', (_, weeks, mean, low, high) => {
    const rate = weeklyRate(weeks)!;
    expect(rate.perWeek).toBe(mean);
    expect(rate.low).toBeGreaterThanOrEqual(low);
    expect(rate.high).toBeLessThanOrEqual(high);
    expect(rate.high).toBeGreaterThan(mean);
  });

  it('is wider where weeks differ more than chance lets them', () => {
    expect(weeklyRate([0, 20, 0, 20])!.high).toBeGreaterThan(weeklyRate([10, 10, 10, 10])!.high);
  });
});
