import { beforeAll, describe, expect, it } from 'vitest';
import { type Assessment, BANDS } from '../../../src/detect/index.ts';
import { noHistory, type Rules, screen } from '../../../src/screening/index.ts';
import { shippedRules } from '../../bench/corpus.ts';
import { mail, text } from '../../support/mime.ts';
import { BYTES } from './bytes.ts';
import { IN_FILES } from './files.ts';
import { PADDING } from './padding.ts';
import { everyday, lines, THREATS, type Wrapping } from './wrapping.ts';

/** A list of wrappings is a file beside this one, and a line here. */
const WRAPPINGS: readonly (readonly [kind: string, wrappings: readonly Wrapping[]])[] = [
  ['bytes', BYTES],
  ['padding', PADDING],
  ['in files', IN_FILES],
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

it('what is too long to be judged as a whole is grey whatever its words, and says so', {
  timeout: 60_000,
}, async () => {
  const { band, unjudged, notes } = await judge(mail(text(lines(20_000, everyday))));
  expect([band, unjudged, notes]).toEqual(['grey', true, expect.arrayContaining(['mail.unjudged'])]);
});
