import { beforeAll, describe, expect, it } from 'vitest';
import { type Assessment, BANDS } from '../../../src/detect/index.ts';
import { noHistory, type Rules, screen } from '../../../src/screening/index.ts';
import { shippedRules } from '../../bench/corpus.ts';
import { mail, text } from '../../support/mime.ts';
import { BYTES } from './bytes.ts';
import { IN_FILES } from './files.ts';
import { HARMLESS, LONG } from './harmless.ts';
import { HIDDEN_LETTERS } from './hidden-letters.ts';
import { PADDING } from './padding.ts';
import { QUOTATIONS } from './quotations.ts';
import { THREATS, type Wrapping } from './wrapping.ts';

/** A list of wrappings is a file beside this one, and a line here. */
const WRAPPINGS: readonly (readonly [kind: string, wrappings: readonly Wrapping[]])[] = [
  ['bytes', BYTES],
  ['hidden letters', HIDDEN_LETTERS],
  ['padding', PADDING],
  ['in files', IN_FILES],
  ['quotations', QUOTATIONS],
];

let rules: Rules;
beforeAll(async () => {
  rules = await shippedRules();
});

async function judge(bytes: Buffer): Promise<Assessment> {
  const received = { bytes, receivedAt: new Date('2026-11-24T10:00:00+09:00'), source: 'inbox' };
  return (await screen(received, rules, noHistory)).assessment;
}

it.each(THREATS)('%s alone is urgent', async (threat) => {
  expect((await judge(mail(text(threat)))).band).toBe('urgent');
});

describe.each(WRAPPINGS)('%s: a threat that is', (_, wrappings) => {
  const tried = wrappings.flatMap((one) =>
    THREATS.slice(0, one.large ? 1 : undefined).map((threat) => ({ ...one, threat })),
  );

  it.each(tried)('$name is at least $least: $threat', { timeout: 60_000 }, async ({ wrap, threat, least }) => {
    expect(BANDS.slice(BANDS.indexOf(least))).toContain((await judge(wrap(threat))).band);
  });
});

describe('the same shapes around harmless words', () => {
  it.each(HARMLESS)('%s is ordinary', { timeout: 60_000 }, async (_, made) => {
    expect(await judge(made())).toMatchObject({ band: 'ordinary' });
  });

  it.each(LONG)('%s is grey, because a part was not judged, and says so', { timeout: 60_000 }, async (_, made) => {
    const { band, unjudged, notes } = await judge(made());
    expect([band, unjudged, notes]).toEqual(['grey', true, expect.arrayContaining(['mail.unjudged'])]);
  });
});

it('there are at least 150 wrappings', () => {
  expect(WRAPPINGS.flatMap(([, wrappings]) => wrappings).length).toBeGreaterThanOrEqual(150);
});
