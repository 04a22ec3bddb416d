import { describe, expect, it } from 'vitest';
import { BANDS } from '../../../src/detect/index.ts';
import { mail, text } from '../../support/mime.ts';
import { HARMLESS } from './harmless.ts';
import { judge, tried, WRAPPINGS } from './judged.ts';
import { THREATS } from './wrapping.ts';

it.each(THREATS)('%s alone is urgent', async (threat) => {
  expect((await judge(mail(text(threat)))).band).toBe('urgent');
});

describe.each(WRAPPINGS)('%s: a threat that is', (_, wrappings) => {
  it.each(tried(wrappings, 'small'))('$name is at least $least: $threat', async ({ wrap, threat, least }) => {
    expect(BANDS.slice(BANDS.indexOf(least))).toContain((await judge(wrap(threat))).band);
  });
});

describe('the same shapes around harmless words', () => {
  it.each(HARMLESS)('%s is ordinary', { timeout: 60_000 }, async (_, made) => {
    expect(await judge(made())).toMatchObject({ band: 'ordinary' });
  });
});

it('there are at least 150 wrappings', () => {
  expect(WRAPPINGS.flatMap(([, wrappings]) => wrappings).length).toBeGreaterThanOrEqual(150);
});
