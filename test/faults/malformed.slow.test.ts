import { expect, inject, it } from 'vitest';
import { HOSTILE } from './hostile.ts';
import { mutants } from './mutants.ts';
import { screenAll } from './screen-all.ts';

// `npm run test:faults -- malformed` is longer still; here other mails each time.
const seed = Date.now() % 1_000_000;
const [EACH, MUTANTS] = inject('atLength') ? [1, 2_000] : [24, 100];

it('there are more than 300 hostile mails, each with a name of its own', () => {
  expect(HOSTILE.length).toBeGreaterThan(300);
  expect(new Set(HOSTILE.map(({ name }) => name)).size).toBe(HOSTILE.length);
});

it(`hostile and mutated mails come to a verdict or a case (seed ${seed})`, { timeout: 1_800_000 }, async () => {
  const some = HOSTILE.filter((_, place) => place % EACH === seed % EACH);
  const { faults, mails, judged, unreadable } = await screenAll([...some, ...mutants(seed, MUTANTS)]);
  expect(faults).toEqual([]);
  expect(judged + unreadable).toBe(mails);
});
