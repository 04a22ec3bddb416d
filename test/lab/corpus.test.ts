import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { companyDomain, isCompanyAddress, matchesAddress, readCorpus } from '../../src/lab/index.ts';
import { row } from './support.ts';

const jsonl = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');

describe('a corpus file', () => {
  it('holds mails and, for threads, what they are as a whole', () => {
    const threaded = row({ id: 't1', thread: 'th1', message_id: '<a@example.jp>', in_reply_to: null });
    const label = { thread: 'th1', thread_label: 'harassment', categories: ['repeated-scolding'], note: 'why' };
    const file = readCorpus(jsonl(row(), threaded, label), 'x.jsonl');
    expect(file.rows).toEqual([row(), threaded]);
    expect([...file.threadLabels]).toEqual([['th1', 'harassment']]);
  });

  it('may have a byte order mark, empty lines, CRLF and no line end at its end', () => {
    const text = `\uFEFF${JSON.stringify(row())}\r\n\r\n${JSON.stringify(row({ id: 'x002' }))}`;
    expect(readCorpus(text, 'x.jsonl').rows.map(({ id }) => id)).toEqual(['x001', 'x002']);
  });

  it.each([
    ['no JSON', '{"id": "秘密の本文', 'x.jsonl:2: the line is not JSON.'],
    ['an unknown label', jsonl({ ...row(), label: '秘密' }), 'x.jsonl:2: label is wrong.'],
    ['an act that does not exist', jsonl({ ...row(), categories: ['秘密'] }), 'x.jsonl:2: categories.0 is wrong.'],
    ['no date', jsonl({ ...row(), date: undefined }), 'x.jsonl:2: date is wrong.'],
    ['no object', '7\n', 'x.jsonl:2: line is wrong.'],
  ])('with %s is refused by file and line, without its words', (_what, line, message) => {
    expect(() => readCorpus(`\n${line}`, 'x.jsonl')).toThrow(new RegExp(`^${message}$`));
  });

  it('is read whole for every file that ships', async () => {
    const folder = new URL('../corpus/', import.meta.url);
    const counts = {
      'dev.jsonl': 240,
      'threads.jsonl': 61,
      'ordinary.jsonl': 400,
      'train-long.jsonl': 150,
      'train-voices12.jsonl': 350,
      'train-voices13.jsonl': 360,
      'train-voices14.jsonl': 378,
      'train-voices15.jsonl': 358,
      'train-voices16.jsonl': 400,
      'train-voices17.jsonl': 400,
      'train-voices18.jsonl': 400,
      'train-voices19.jsonl': 450,
      'train-voices20.jsonl': 400,
      'train-voices21.jsonl': 400,
      'train-voices22.jsonl': 420,
      'train-voices23.jsonl': 420,
      'train-voices24.jsonl': 453,
      'train-voices25.jsonl': 457,
      'train-voices26.jsonl': 459,
      'train-voices27.jsonl': 463,
      'train-voices28.jsonl': 456,
      'train-voices29.jsonl': 437,
      'train-voices30.jsonl': 558,
      'train-voices31.jsonl': 544,
      'train-voices32.jsonl': 685,
      'train-voices33.jsonl': 552,
      'train-voices34.jsonl': 611,
      'train-voices35.jsonl': 586,
      'train-voices36.jsonl': 593,
      'train-voices37.jsonl': 557,
      'train-voices38.jsonl': 666,
      'train-voices39.jsonl': 761,
      'train-voices40.jsonl': 312,
      'train-voices41.jsonl': 647,
      'train-voices42.jsonl': 498,
      'train-voices43.jsonl': 636,
      'train-voices44.jsonl': 415,
      'train-voices45.jsonl': 388,
      'train-voices46.jsonl': 559,
      'train-voices47.jsonl': 468,
      'train-voices48.jsonl': 575,
      'train-voices49.jsonl': 260,
      'train-voices50.jsonl': 260,
      'train-voices51.jsonl': 260,
      'train-voices52.jsonl': 260,
      'train-voices53.jsonl': 260,
      'train-voices54.jsonl': 260,
      'train-voices55.jsonl': 260,
      'train-voices56.jsonl': 260,
      'train-voices57.jsonl': 170,
      'train-voices58.jsonl': 170,
    };
    for (const [name, rows] of Object.entries(counts)) {
      expect(readCorpus(await readFile(new URL(name, folder), 'utf8'), name).rows.length).toBe(rows);
    }
  });
});

describe("the company's own addresses", () => {
  const rows = [
    row({ to: 'support@example.jp' }),
    row({ to: '営業 <Sales@Example.jp>' }),
    row({ to: 'yamada@example.co.jp', from: 'support@example.jp' }),
  ];

  it('are those of the domain most mails are addressed to', () => {
    expect(companyDomain(rows)).toBe('example.jp');
    expect(isCompanyAddress(rows)('info@example.jp')).toBe(true);
    expect(isCompanyAddress(rows)('info@sub.example.jp')).toBe(false);
    expect(companyDomain([])).toBeNull();
  });

  it.each([
    ['an exact address', 'support@example.jp', true],
    ['another address of its domain', 'info@example.jp', false],
    ['the domain of a pattern', 'a@example.co.jp', true],
    ['a domain below it', 'a@mail.example.co.jp', true],
    ['a domain that only ends alike', 'a@badexample.co.jp', false],
  ])('by configuration: %s', (_what, address, expected) => {
    expect(matchesAddress(['Support@example.jp', '*.example.co.jp'])(address)).toBe(expected);
  });
});
