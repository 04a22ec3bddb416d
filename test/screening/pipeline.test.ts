import { beforeAll, expect, it } from 'vitest';
import { noHistory, type Rules, screen } from '../../src/screening/index.ts';
import { loadTokenizer } from '../../src/text/index.ts';
import { actFile, detectorFor } from '../support/dictionary.ts';

let rules: Rules;
beforeAll(async () => {
  await loadTokenizer();
  const entry = '  - { id: apology.dogeza, say: [土下座しろ], match: [土下座しろ] }';
  rules = {
    ...(await detectorFor({
      'apology-demand.yaml': actFile('apology-demand', `expressions:\n${entry}`),
      'overlay/scoring.yaml': 'mailboxes: { claims: { grey: 0.005, review: 0.01 } }\n',
    })),
    timeZone: 'Asia/Tokyo',
  };
}, 60_000);

const bytes = Buffer.from(
  'From: taro@example.com\r\nSubject: =?utf-8?B?44GU6YCj57Wh?=\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n土下座しろ\r\n',
);

it.each([
  ['claims', 'review'],
  ['claims/INBOX', 'review'],
  ['support', 'ordinary'],
  ['support/claims', 'ordinary'],
])('a mail of %s is judged by the thresholds of its mailbox, folders too: %s', async (source, band) => {
  const { assessment } = await screen(
    { bytes, receivedAt: new Date('2026-11-24T01:00:00Z'), source },
    rules,
    noHistory,
  );
  expect(assessment.band).toBe(band);
});
