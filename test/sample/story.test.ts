import { expect, it } from 'vitest';
import { parseMail } from '../../src/mail/index.ts';
import { DECISIONS } from '../../src/sample/index.ts';
import { CALM, COERCED, emlOf, HARSH } from '../../src/sample/story/index.ts';
import { noHistory, screen } from '../../src/screening/index.ts';
import { shippedRules } from '../support/shipped-rules.ts';

const AT = new Date('2026-11-24T10:00:00+09:00');

// The people of the story decide what is a case: a mail of theirs that the shipped judge calls ordinary would leave them waiting.
it('makes a case of each mail that somebody decides, and shows every band', async () => {
  const rules = await shippedRules();
  const bands = new Map<string, string>();
  const coerced: string[] = [];
  for (const mail of [...CALM, ...HARSH, ...COERCED]) {
    const bytes = emlOf(mail, AT);
    const { subject } = await parseMail(bytes, AT);
    const { assessment } = await screen({ bytes, receivedAt: AT, source: 'inbox' }, rules, noHistory);
    bands.set(subject, assessment.band);
    if (COERCED.includes(mail) && assessment.acts.some(({ act }) => act === 'discount-demand'))
      coerced.push(assessment.band);
  }
  for (const { subject } of DECISIONS) expect(['grey', 'review', 'urgent'], subject).toContain(bands.get(subject));
  for (const subject of ['対応が遅いので困っています', '納品の遅れについて']) expect(bands.get(subject)).toBe('grey'); // as one was dismissed, so may the other be
  expect(coerced).toEqual(['review', 'review', 'review']); // one thread, so one case: three times the same demand
  expect(new Set(bands.values())).toEqual(new Set(['ordinary', 'grey', 'review', 'urgent']));
}, 60_000);
