import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UnreadableMailError } from '../../../src/mail/index.ts';
import { type HistoryOf, noHistory, screen } from '../../../src/screening/pipeline.ts';
import { AbortedAttemptError, openPool, type Screening } from '../../../src/screening/pool/index.ts';
import { compileRules } from '../../../src/screening/rules.ts';
import { loadTokenizer } from '../../../src/text/index.ts';
import { file, mail } from '../../support/mime.ts';
import {
  FLAGGED,
  fewRules,
  mailOf,
  openPoisonable,
  type Poison,
  packed,
  poisoned,
  shippedFiles,
  silent,
} from './support.ts';

it('comes out of a thread as it does in process', { timeout: 180_000 }, async () => {
  const files = await shippedFiles();
  const rules = packed(files);
  await using screening = openPool({ threads: 1, rules: () => rules, log: silent });
  const mail = mailOf(FLAGGED, { 'Message-ID': '<1@example.com>', Date: 'Tue, 24 Nov 2026 10:00:00 +0900' });
  const inProcess = await screen(mail, compileRules(files, await loadTokenizer()), noHistory);
  const inThread = await screening.screen(mail, noHistory);
  expect(inThread).toEqual(inProcess);
  expect(inThread.assessment.band).toBe('urgent');
});

describe('a mail screened in a thread', { timeout: 180_000 }, () => {
  let rules = packed(fewRules());
  let screening: Screening;
  beforeAll(() => {
    screening = openPool({ threads: 2, rules: () => rules, log: silent });
  });
  afterAll(() => screening[Symbol.asyncDispose]());

  it('is judged by the history that the service gives', async () => {
    const asked: unknown[] = [];
    const historyOf: HistoryOf = async (about) => {
      asked.push(about);
      const earlier = { direction: 'in', sameThread: true, sameSender: true, band: 'review', entries: [] } as const;
      return Array.from({ length: 6 }, () => ({ ...earlier, at: new Date('2026-11-24T00:50:00Z'), characters: 10 }));
    };
    const headers = { 'Message-ID': '<2@example.com>', 'In-Reply-To': '<1@example.com>' };
    const { assessment } = await screening.screen(mailOf('まだですか。', headers), historyOf);
    const from = { name: '', address: 'kyaku@example.com' };
    expect(asked).toEqual([{ from, messageId: '2@example.com', inReplyTo: '1@example.com', references: [] }]);
    expect(assessment.notes.some((note) => note.startsWith('frequency.'))).toBe(true);
  });

  it('fails alone when its history cannot be had', async () => {
    const away = new Error('the database is away');
    for (let i = 0; i < 5; i++)
      await expect(screening.screen(mailOf(FLAGGED), () => Promise.reject(away))).rejects.toBe(away);
    expect((await screening.screen(mailOf(FLAGGED), noHistory)).assessment.band).toBe('urgent');
  });

  it('may be unreadable there too', async () => {
    const empty = { ...mailOf(''), bytes: new Uint8Array() };
    await expect(screening.screen(empty, noHistory)).rejects.toBeInstanceOf(UnreadableMailError);
  });

  it('may hold nothing but what cannot be opened, and is handed over as it was read', async () => {
    const bytes = mail(file('photo.jpg', Buffer.from([1, 2, 0, 255]), 'image/jpeg'), { Subject: 'scan' });
    await expect(screening.screen({ ...mailOf(''), bytes }, noHistory)).rejects.toMatchObject({
      name: 'UnopenedMailError',
      code: 'unopened-image',
      mail: { subject: 'scan', attachments: [{ filename: 'photo.jpg' }] },
    });
  });

  it('may be one of many at once', async () => {
    const many = Array.from({ length: 50 }, (_, i) => mailOf(i % 2 === 0 ? FLAGGED : '見積書をお送りください。'));
    const screened = await Promise.all(many.map((mail) => screening.screen(mail, noHistory)));
    const bands = screened.map(({ assessment }) => assessment.band);
    expect(bands).toEqual(many.map((_, i) => (i % 2 === 0 ? 'urgent' : 'ordinary')));
  });

  it('is judged by the dictionary that is in force, and names its version', async () => {
    const versionOf = async () => (await screening.screen(mailOf(FLAGGED), noHistory)).assessment.dictionary;
    const before = await versionOf();
    rules = packed(fewRules('changed'));
    const changed = compileRules(fewRules('changed'), await loadTokenizer()).dictionary.version;
    expect(changed).not.toBe(before);
    expect(await Promise.all([versionOf(), versionOf(), versionOf()])).toEqual([changed, changed, changed]);
  });
});

describe('a poisonous mail', { timeout: 180_000 }, () => {
  it.each<[string, Poison, AbortedAttemptError['code'], number]>([
    ['that loops for ever', 'loop', 'deadline', 2_000],
    ['that throws', 'crash', 'crash', 30_000],
    ['that ends its thread', 'exit', 'crash', 30_000],
    ['that fills the heap', 'heap', 'memory', 30_000],
    ['that takes the whole process down', 'abort', 'crash', 30_000],
    ['that fills memory outside the heap', 'buffers', 'memory', 30_000],
  ])('%s fails, and the mails beside it do not', async (_, poison, code, deadlineMs) => {
    await using screening = openPoisonable({ deadlineMs });
    const bandBeside = async () => (await screening.screen(mailOf(FLAGGED), noHistory)).assessment.band;
    expect(await bandBeside()).toBe('urgent');

    let outcome: unknown = null;
    const over = screening.screen(poisoned(poison), noHistory).catch((error: unknown) => {
      outcome = error;
    });
    while (outcome === null) expect(await bandBeside()).toBe('urgent');
    await over;
    expect(outcome).toBeInstanceOf(AbortedAttemptError);
    expect(outcome).toMatchObject({ code });
    expect(await bandBeside()).toBe('urgent');
  });

  it('leaves alone the mails that wait for their history while it kills the process', async () => {
    await using screening = openPoisonable({ deadlineMs: 30_000 });
    let asked = () => {};
    const hasAsked = new Promise<void>((resolve) => {
      asked = resolve;
    });
    let historyComes = () => {};
    const history = new Promise<[]>((resolve) => {
      historyComes = () => resolve([]);
    });
    const beside = screening.screen(mailOf(FLAGGED), () => {
      asked();
      return history;
    });
    await hasAsked;
    await expect(screening.screen(poisoned('abort'), noHistory)).rejects.toMatchObject({ code: 'crash' });
    historyComes();
    expect((await beside).assessment.band).toBe('urgent');
  });
});
