import { describe, expect, it } from 'vitest';
import { timeStepOf } from '../../../src/actions/sign-in/time-step.ts';

const SECRET = '12345678901234567890'; // of the test vectors of RFC 6238, appendix B; codes are their last six digits

describe('the time step of a code', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('%i seconds after 1970 is that of %s', (seconds, code) => {
    expect(timeStepOf(code, SECRET, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
  });

  it('is one back and two ahead at most', () => {
    const step = 37_037_036;
    const found = [-3, -2, -1, 0, 1, 2].map((off) => timeStepOf('081804', SECRET, new Date((step + off) * 30_000)));
    expect(found).toEqual([null, step, step, step, step, null]);
  });

  it.each(['', '28708', '2870820', '２８７０８２', 'NaN', '\0'])('is none of %j', (code) => {
    expect(timeStepOf(code, SECRET, new Date(59_000))).toBeNull();
  });
});
