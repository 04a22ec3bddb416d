import { describe, expect, it } from 'vitest';
import type { CaseMessage } from '../../../src/cases/index.ts';
import type { Assessment } from '../../../src/detect/index.ts';
import {
  covered,
  QUOTES,
  type QuotedMail,
  quoteChoices,
  quotesOfLines,
  whenWords,
} from '../../../src/response/index.ts';

const BODY = '先日の件です。土下座しろ、\n今すぐだ。無能。\n　よろしく';

function mail(text: string, found: readonly (readonly [words: string, act: string | null])[]): QuotedMail {
  const matches = found.map(([words, act]) => {
    const start = text.indexOf(words);
    return { part: 'body', text: words, start, end: start + words.length, act };
  });
  return {
    place: 2,
    at: new Date('2026-11-24T00:00:00Z'),
    message: { parts: [{ id: 'body', text }], segments: new Map() } as unknown as CaseMessage,
    assessment: { matches } as unknown as Assessment,
    told: null,
  };
}

describe('what a letter may quote', () => {
  it('is each sentence in which an act was found, once, on one line', () => {
    const choices = quoteChoices([
      mail(BODY, [
        ['土下座', 'apology-demand'],
        ['しろ', 'apology-demand'],
        ['無能', 'insult-person'],
        ['よろしく', null],
      ]),
    ]);
    expect(choices.map(({ words }) => words)).toEqual(['土下座しろ、 今すぐだ。', '無能。']);
    expect(new Set(choices.map(({ id }) => id)).size).toBe(2);
  });

  it('is of a call what stands between marks of quotation, else the sentence, and says how it was told', () => {
    const told = { channel: 'phone', about: 'evening' } as const;
    const call = mail('電話で「土下座しろ」と言われた。「また来る」とも。無能だとも言われた。', [
      ['土下座', 'apology-demand'],
      ['無能', 'insult-person'],
    ]);
    expect(quoteChoices([{ ...call, told }]).map(({ words, act, told }) => [words, act, told?.channel])).toEqual([
      ['土下座しろ', 'apology-demand', 'phone'],
      ['また来る', null, 'phone'],
      ['無能だとも言われた。', 'insult-person', 'phone'],
    ]);
    const quotes = quotesOfLines(['また来る'], [{ ...call, told }]);
    expect(quotes).toEqual([{ at: call.at, words: 'また来る', told }]);
    const when = (language: 'ja' | 'en', one: QuotedMail['told']) =>
      whenWords({ at: new Date('2026-11-24T06:05:00Z'), told: one }, language, 'Asia/Tokyo');
    expect(when('ja', told)).toBe('2026年11月24日 夕方（電話、従業員の申告による）');
    expect(when('en', { channel: 'visit', about: 'day' })).toBe('24 November 2026 (visit, as told by an employee)');
    expect(when('ja', { channel: 'sns', about: null })).toMatch(/^2026年11月24日 15:05.*（投稿、従業員の申告による）$/);
    expect(when('ja', null)).toMatch(/^2026年11月24日 15:05.*（メール）$/);
  });

  it('is nothing of a span that no longer fits its words', () => {
    const one = mail(BODY, [['無能', 'insult-person']]);
    const moved = { ...one, message: { ...one.message, parts: [{ id: 'body', text: `x${BODY}` }] } as CaseMessage };
    expect(quoteChoices([moved])).toEqual([]);
  });

  it('is what a person writes only where a mail holds it', () => {
    expect(quotesOfLines(['土下座しろ、今すぐだ', 'よろしく'], [mail(BODY, [])])).toEqual([
      { at: new Date('2026-11-24T00:00:00Z'), words: '土下座しろ、今すぐだ', told: null },
      { at: new Date('2026-11-24T00:00:00Z'), words: 'よろしく', told: null },
    ]);
    expect(quotesOfLines(['よろしく', '死ね'], [mail(BODY, [])])).toEqual({ nowhere: '死ね' });
    expect(quotesOfLines(['　'], [mail(BODY, [])])).toEqual({ nowhere: '　' });
  });

  it('has names covered, is in the order of time, and is cut', () => {
    const quotes = [
      { at: new Date(2), words: `${'あ'.repeat(QUOTES.longest)}い`, told: null },
      { at: new Date(1), words: '山田花子を出せ', told: null },
    ];
    expect(covered(quotes, ['山田 花子'], 'ja')).toEqual([
      { at: new Date(1), words: '【伏せ字1】を出せ', told: null },
      { at: new Date(2), words: `${'あ'.repeat(QUOTES.longest)}…`, told: null },
    ]);
  });
});
