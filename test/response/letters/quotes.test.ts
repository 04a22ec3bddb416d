import { describe, expect, it } from 'vitest';
import type { CaseMessage } from '../../../src/cases/index.ts';
import type { Assessment } from '../../../src/detect/index.ts';
import { covered, QUOTES, type QuotedMail, quoteChoices, quotesOfLines } from '../../../src/response/index.ts';

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

  it('is nothing of a span that no longer fits its words', () => {
    const one = mail(BODY, [['無能', 'insult-person']]);
    const moved = { ...one, message: { ...one.message, parts: [{ id: 'body', text: `x${BODY}` }] } as CaseMessage };
    expect(quoteChoices([moved])).toEqual([]);
  });

  it('is what a person writes only where a mail holds it', () => {
    expect(quotesOfLines(['土下座しろ、今すぐだ', 'よろしく'], [mail(BODY, [])])).toEqual([
      { at: new Date('2026-11-24T00:00:00Z'), words: '土下座しろ、今すぐだ' },
      { at: new Date('2026-11-24T00:00:00Z'), words: 'よろしく' },
    ]);
    expect(quotesOfLines(['よろしく', '死ね'], [mail(BODY, [])])).toEqual({ nowhere: '死ね' });
    expect(quotesOfLines(['　'], [mail(BODY, [])])).toEqual({ nowhere: '　' });
  });

  it('has names covered, is in the order of time, and is cut', () => {
    const quotes = [
      { at: new Date(2), words: `${'あ'.repeat(QUOTES.longest)}い` },
      { at: new Date(1), words: '山田花子を出せ' },
    ];
    expect(covered(quotes, ['山田 花子'])).toEqual([
      { at: new Date(1), words: '【伏せ字1】を出せ' },
      { at: new Date(2), words: `${'あ'.repeat(QUOTES.longest)}…` },
    ]);
  });
});
