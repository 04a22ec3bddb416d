import { describe, expect, it } from 'vitest';
import type { Act, Assessment, Band, History } from '../../src/detect/index.ts';
import { type CorpusFile, type CorpusRow, evaluate, type Judge } from '../../src/lab/index.ts';
import { parseMail } from '../../src/mail/index.ts';
import { assessmentWith, meant } from '../support/assessment.ts';
import { entryId } from '../support/ids.ts';
import { row } from './support.ts';

const file = (rows: CorpusRow[], labels: [string, 'harassment' | 'ok'][] = []): CorpusFile => ({
  rows,
  threadLabels: new Map(labels),
});

/** Judges by the subject, which says the band, and keeps what it was told. */
function judgeBySubject() {
  const seen: { subject: string; history: History }[] = [];
  const judge: Judge = async (mail, historyOf) => {
    const message = await parseMail(mail.bytes, mail.receivedAt);
    seen.push({ subject: message.subject, history: await historyOf(message) });
    const segments = new Map(
      message.parts.map(({ id, text }) => [id, [{ kind: 'own' as const, start: 0, end: text.length }]]),
    );
    return { message: { ...message, segments }, assessment: assessment(message.subject as Band) };
  };
  return { judge, seen };
}

const match = { part: 'body', text: 'x', start: 0, end: 1 } as const;
const assessment = (band: Band): Assessment => {
  const probability = { ordinary: 0.001, grey: 0.04, review: 0.5, urgent: 0.9 }[band];
  return assessmentWith({
    band,
    probability,
    odds: { ...assessmentWith().odds, sum: Math.log(probability / (1 - probability)) },
    acts: band === 'ordinary' ? [] : [{ act: 'insult-person', probability }],
    matches: [
      { ...match, ...meant('insult-person'), entry: entryId('insult.test'), act: 'insult-person' },
      { ...match, ...meant('insult-person'), entry: entryId('insult.test'), act: 'insult-person' },
      { ...match, ...meant(null), entry: entryId('pressure.test'), act: null },
    ],
  });
};

const harassment = (subject: Band, severity: number, categories: Act[], id = 'h') =>
  row({ id, subject, label: 'harassment', severity, categories });

describe('evaluate', () => {
  it('counts the mails of all files together', async () => {
    const { judge } = judgeBySubject();
    const result = await evaluate(
      [
        file([
          harassment('urgent', 3, ['insult-person'], 'h1'),
          harassment('grey', 2, ['insult-person', 'privacy'], 'h2'),
          harassment('ordinary', 2, ['other'], 'h3'),
        ]),
        file([
          row({ id: 'o1', subject: 'ordinary' }),
          row({ id: 'o2', subject: 'review', note: 'hard negative: mention' }),
          row({ id: 'o3', subject: 'grey', note: 'hard negative: jargon' }),
        ]),
      ],
      judge,
      { own: null },
    );
    expect(Object.keys(result)).toEqual([
      'mails',
      'flagged',
      'surfaced',
      'by_act',
      'by_severity',
      'hard_negatives',
      'ranking',
      'threads',
      'wrong',
    ]);
    expect(result.mails).toBe(6);
    expect(result.flagged).toEqual({ tp: 1, fp: 1, fn: 2, tn: 2, precision: 0.5, recall: 1 / 3, fpr: 1 / 3, f1: 0.4 });
    expect(result.surfaced).toMatchObject({ tp: 2, fp: 2, fn: 1, tn: 1, precision: 0.5 });
    expect(Object.keys(result.by_act)).toHaveLength(18);
    expect(result.by_act['insult-person']).toEqual({ mails: 2, flagged: { recall: 0.5 }, surfaced: { recall: 1 } });
    expect(result.by_act.sexual).toEqual({ mails: 0, flagged: { recall: null }, surfaced: { recall: null } });
    expect(result.by_severity).toEqual({
      1: { mails: 0, flagged: { recall: null }, surfaced: { recall: null } },
      2: { mails: 2, flagged: { recall: 0 }, surfaced: { recall: 0.5 } },
      3: { mails: 1, flagged: { recall: 1 }, surfaced: { recall: 1 } },
    });
    expect(result.hard_negatives).toEqual({
      mails: 2,
      flagged: { fp: 1, fpr: 0.5 },
      surfaced: { fp: 2, fpr: 1 },
    });
    expect(result.threads).toEqual([]);
    const likely = (probability: number) => ({ probability, acts: [{ act: 'insult-person', probability }] });
    expect(result.wrong).toEqual([
      { id: 'h2', expected: 'harassment', band: 'grey', ...likely(0.04) },
      { id: 'h3', expected: 'harassment', band: 'ordinary', probability: 0.001, acts: [] },
      { id: 'o2', expected: 'ok', band: 'review', ...likely(0.5) },
    ]);
    expect(result.ranking!.auc).toBeCloseTo((3 + 1.5 + 0.5) / 9, 6);
  });

  it('gives rows without a thread no history, also to mails of the same sender', async () => {
    const { judge, seen } = judgeBySubject();
    await evaluate([file([row({ subject: 'ordinary' }), row({ subject: 'grey' })])], judge, { own: null });
    expect(seen.map(({ history }) => history)).toEqual([[], []]);
  });

  describe('plays a thread in order', () => {
    const at = (hour: number) => `2026-10-01T0${hour}:00:00+09:00`;
    const customer = 'customer@example.co.jp';
    const colleague = 'colleague@example.co.jp';
    const rows = [
      row({ id: 'a', thread: 't', from: customer, date: at(1), subject: 'ordinary', body: 'あいう' }),
      row({ id: 'b', thread: 't', from: '窓口 <support@example.jp>', to: customer, date: at(2), subject: 'ordinary' }),
      row({ id: 'c', thread: 't', from: colleague, date: at(3), subject: 'grey' }),
      row({ id: 'd', thread: 't', from: customer, date: at(4), subject: 'review', label: 'harassment', severity: 1 }),
      row({ id: 'e', thread: 'u', from: customer, date: at(5), subject: 'ordinary' }),
    ];

    it("with the company's answers as history and not counted", async () => {
      const { judge, seen } = judgeBySubject();
      const result = await evaluate([file(rows, [['t', 'harassment']])], judge, { own: null });
      expect(result.mails).toBe(4);
      const hour = (number: number) => new Date(at(number));
      const received = { direction: 'in', sameThread: true, entries: ['insult.test'], band: 'ordinary' };
      expect(seen[2]?.history).toEqual([
        { ...received, at: hour(1), sameSender: true, characters: 'ordinary'.length + 'あいう'.length },
        {
          at: hour(2),
          direction: 'sent',
          sameThread: true,
          sameSender: false,
          band: 'ordinary',
          entries: [],
          characters: 0,
        },
        { ...received, at: hour(3), sameSender: false, band: 'grey', characters: 'grey'.length + '本文です。'.length },
      ]);
      expect(seen[3]?.history).toEqual([]);
    });

    it('and judges it by its highest band', async () => {
      const { judge } = judgeBySubject();
      const result = await evaluate([file(rows, [['t', 'harassment']])], judge, { own: null });
      expect(result.threads).toEqual([
        {
          thread: 't',
          expected: 'harassment',
          mails: 3,
          band: 'review',
          probability: 0.5,
          flagged: true,
          surfaced: true,
        },
        {
          thread: 'u',
          expected: null,
          mails: 1,
          band: 'ordinary',
          probability: 0.001,
          flagged: false,
          surfaced: false,
        },
      ]);
    });

    it('with own addresses as configured, when they are', async () => {
      const { judge } = judgeBySubject();
      const result = await evaluate([file(rows)], judge, { own: (address) => address === customer });
      expect(result.mails).toBe(2);
    });

    it('apart from a thread of the same name in another file', async () => {
      const { judge, seen } = judgeBySubject();
      await evaluate([file(rows), file(rows.slice(0, 1))], judge, { own: null });
      expect(seen.at(-1)?.history).toEqual([]);
    });
  });
});
