import { describe, expect, it } from 'vitest';
import { BANDS } from '../../../src/detect/index.ts';
import { LONG } from './harmless.ts';
import { judge, tried, WRAPPINGS } from './judged.ts';

describe.each(WRAPPINGS.filter(([, wrappings]) => tried(wrappings, 'large').length > 0))(
  '%s of megabytes: a threat that is',
  (_, wrappings) => {
    it.each(tried(wrappings, 'large'))(
      '$name is at least $least',
      { timeout: 60_000 },
      async ({ wrap, threat, least }) => {
        expect(BANDS.slice(BANDS.indexOf(least))).toContain((await judge(wrap(threat))).band);
      },
    );
  },
);

it.each(LONG)('%s is grey, because a part was not judged, and says so', { timeout: 60_000 }, async (_, made) => {
  const { band, unjudged, notes } = await judge(made());
  expect([band, unjudged, notes]).toEqual(['grey', true, expect.arrayContaining(['mail.unjudged'])]);
});
