import fc from 'fast-check';
import { headers, mutate, mutation, part } from '../mail/arbitrary.ts';
import { mail } from '../support/mime.ts';
import type { HostileMail } from './hostile.ts';

const changes = fc.array(mutation, { minLength: 1, maxLength: 30 });

/** `count` mails of random structure with random changes to their bytes; the same for the same seed. */
export function* mutants(seed: number, count: number): Generator<HostileMail> {
  const AT_ONCE = 500;
  for (let begin = 0; begin < count; begin += AT_ONCE) {
    const numRuns = Math.min(AT_ONCE, count - begin);
    const sample = fc.sample(fc.tuple(part, headers, changes), { seed: seed + begin, numRuns });
    for (const [index, [body, fields, changed]] of sample.entries())
      yield { name: `mutation ${begin + index}`, raw: () => mutate(mail(body, fields), changed) };
  }
}
