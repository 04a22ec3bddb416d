import { expect, it } from 'vitest';
import { HOSTILE } from './hostile.ts';
import { mutants } from './mutants.ts';
import { screenAll } from './screen-all.ts';

// The short version of `npm run test:faults -- malformed`: other mails each time.
const seed = Date.now() % 1_000_000;
const EACH = 12;

it('there are more than 300 hostile mails, each with a name of its own', () => {
  expect(HOSTILE.length).toBeGreaterThan(300);
  expect(new Set(HOSTILE.map(({ name }) => name)).size).toBe(HOSTILE.length);
});

it(`hostile and mutated mails come to a verdict or a case (seed ${seed})`, { timeout: 600_000 }, async () => {
  const some = HOSTILE.filter((_, place) => place % EACH === seed % EACH);
  const { faults, mails, judged, unreadable } = await screenAll([...some, ...mutants(seed, 200)]);
  expect(faults).toEqual([]);
  expect(judged + unreadable).toBe(mails);
});
