import { expect, it } from 'vitest';
import { type CaseMessage, caseMessage, isNamedIn, keptReading } from '../../src/cases/index.ts';

const message = (body: string): CaseMessage => ({
  from: { name: '山田 花子', address: 'hanako@example.jp' },
  to: [],
  cc: [],
  subject: '件名',
  date: new Date('2026-11-01T00:00:00Z'),
  headers: Array.from({ length: 300 }, (_, n) => ({ name: `x-${n}`, value: 'v'.repeat(3_000) })),
  attachments: [],
  parts: [
    { id: 'subject', text: '件名' },
    { id: 'body', text: body },
  ],
  segments: new Map([['body', [{ start: 0, end: body.length, kind: 'own' }]]]),
});

it('gives a mail back as it was read', () => {
  const { headers: _, ...read } = message('本文です。');
  expect(caseMessage(JSON.parse(JSON.stringify(keptReading(message('本文です。')))))).toMatchObject({
    ...read,
    segments: new Map([
      ['subject', []],
      ['body', [{ start: 0, end: 5, kind: 'own' }]],
    ]),
    left: 0,
  });
});

it('keeps what a page can show and says how much it left, never half a character', () => {
  const kept = keptReading(message('𠮷'.repeat(500_000)));
  expect(kept.characters).toBeLessThanOrEqual(300_000);
  expect(kept.characters + kept.left).toBe(1_000_002);
  expect(kept.parts[1]!.text).toMatch(/^𠮷+$/u);
  expect(kept.parts[1]!.segments).toEqual([{ start: 0, end: kept.parts[1]!.text.length, kind: 'own' }]);
  expect(kept.envelope.headers).toHaveLength(200);
  expect(kept.envelope.headers[0]!.value).toHaveLength(2_000);
});

it.each([
  ['in the sender', '本文', '山田 花子'],
  ['at the beginning', `鈴木さんへ。${'あ'.repeat(100_000)}`, '鈴木 一郎'],
  ['at the end', `${'あ'.repeat(100_000)}鈴木さんへ。`, '鈴木 一郎'],
])('finds a person who is named %s of a long mail', (_, body, name) => {
  expect(isNamedIn(keptReading(message(body)).searched, { name, email: null })).toBe(true);
});
