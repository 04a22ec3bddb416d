import { expect, it } from 'vitest';
import { type Band, isFlagged, isSurfaced } from '../../../src/detect/index.ts';
import { noHistory, screen } from '../../../src/screening/index.ts';
import { file, mail, multipart, text } from '../../support/mime.ts';
import { shippedRules } from '../../support/shipped-rules.ts';
import { HARMLESS_DOCUMENTS } from './harmless-documents.ts';

const EACH = 10;

it('of what companies send each other every day nearly nothing is surfaced', { timeout: 300_000 }, async () => {
  const rules = await shippedRules();
  const bands: { document: string; band: Band }[] = [];
  for (const [kind, name, make, type] of HARMLESS_DOCUMENTS) {
    for (let at = 0; at < EACH; at++) {
      const bytes = mail(multipart('mixed', [text('お世話になっております。'), file(name, make(at), type)]));
      const received = { bytes, receivedAt: new Date('2026-11-24T10:00:00+09:00'), source: 'inbox' };
      const { message, assessment } = await screen(received, rules, noHistory);
      expect(message.parts.at(-1)).toMatchObject({
        id: 'att-1',
        file: name,
        text: expect.stringMatching(/^[\s\S]{20}/),
      });
      bands.push({ document: `${kind} ${at}`, band: assessment.band });
    }
  }
  const surfaced = bands.filter(({ band }) => isSurfaced(band));
  const flagged = surfaced.filter(({ band }) => isFlagged(band));
  expect(bands.length).toBeGreaterThanOrEqual(120);
  expect(surfaced.length, JSON.stringify(surfaced)).toBeLessThanOrEqual(5);
  expect(flagged.length, JSON.stringify(flagged)).toBeLessThanOrEqual(2);
});
