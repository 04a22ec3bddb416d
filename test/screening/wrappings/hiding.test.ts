import { describe, expect, it } from 'vitest';
import { BANDS, type Band, isSurfaced } from '../../../src/detect/index.ts';
import { mail, text } from '../../support/mime.ts';
import { APART } from './apart.ts';
import { HARMLESS_APART } from './harmless-apart.ts';
import { HIDDEN_THREATS, type Hiding } from './hiding.ts';
import { judge } from './judged.ts';

/** A list of ways to write is a file beside this one, and a line here. */
const HIDINGS: readonly (readonly [kind: string, hidings: readonly Hiding[]])[] = [['letters apart', APART]];

const HARMLESS_TWINS = [...HARMLESS_APART];

it.each(HIDDEN_THREATS)('$words is surfaced when it is written plainly', async ({ words }) => {
  expect(isSurfaced((await judge(mail(text(words)))).band)).toBe(true);
});

describe.each(HIDINGS)('%s: no threat is ordinary', (_, hidings) => {
  it.each(hidings)('$name', async ({ hide }) => {
    const passed: string[] = [];
    for (const threat of HIDDEN_THREATS) if (!isSurfaced((await judge(hide(threat))).band)) passed.push(threat.words);
    expect(passed).toEqual([]);
  });
});

it('of harmless mails written in the same ways, one at most is flagged and three are surfaced', {
  timeout: 60_000,
}, async () => {
  const surfaced: { words: string; band: Band }[] = [];
  for (const words of HARMLESS_TWINS) {
    const { band } = await judge(mail(text(words)));
    if (isSurfaced(band)) surfaced.push({ words, band });
  }
  const flagged = surfaced.filter(({ band }) => BANDS.indexOf(band) >= BANDS.indexOf('review'));
  expect(flagged.length, JSON.stringify(flagged)).toBeLessThanOrEqual(1);
  expect(surfaced.length, JSON.stringify(surfaced)).toBeLessThanOrEqual(3);
});
