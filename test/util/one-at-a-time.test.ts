import { setImmediate as breathe } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { oneAtATime } from '../../src/util/one-at-a-time.ts';

it('runs what one person sends one after another, beside what others send, also behind one that fails', async () => {
  const inTurn = oneAtATime<string>();
  const running = new Set<string>();
  const together: string[] = [];
  const task =
    (name: string, fails = false) =>
    async () => {
      running.add(name);
      together.push([...running].sort().join(' '));
      await breathe();
      running.delete(name);
      if (fails) throw new Error(name);
      return name;
    };
  const all = await Promise.allSettled([
    inTurn('a', task('a1', true)),
    inTurn('a', task('a2')),
    inTurn('b', task('b1')),
    inTurn('a', task('a3')),
  ]);
  expect(all.map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual(['failed', 'a2', 'b1', 'a3']);
  expect(together).toContain('a1 b1');
  expect(together.join('|')).not.toMatch(/a\d a\d/);
});
