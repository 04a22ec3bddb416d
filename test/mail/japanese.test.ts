import { expect, it } from 'vitest';
import { found, JAPANESE } from './japanese.ts';
import { parse } from './support.ts';

// `npm run test:faults -- encodings` prints the same table.
it.each(JAPANESE.map((row) => [row.what, row] as const))('%s', async (_, { raw, place, expected }) => {
  expect(found(await parse(raw()), place)).toBe(expected);
});
