import { describe, expect, it } from 'vitest';
import { BANDS } from '../../../src/detect/index.ts';
import { file, mail, multipart, text } from '../../support/mime.ts';
import { HARMLESS, HARMLESS_NAMES } from './harmless.ts';
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

it('names that are met every day raise no mail', { timeout: 60_000 }, async () => {
  const bands: string[] = [];
  for (const name of HARMLESS_NAMES) {
    const attached = multipart('mixed', [text('お世話になっております。'), file(name, Buffer.from([1, 0, 2]))]);
    for (const one of [mail(attached), mail(text('お世話になっております。'), { From: `"${name}" <a@example.jp>` })])
      bands.push(`${name} ${(await judge(one)).band}`);
  }
  expect(bands.filter((band) => !band.endsWith('ordinary'))).toEqual([]);
});

it('there are at least 150 wrappings', () => {
  expect(WRAPPINGS.flatMap(([, wrappings]) => wrappings).length).toBeGreaterThanOrEqual(150);
});
