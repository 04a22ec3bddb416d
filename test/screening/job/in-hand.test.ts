import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createInHand } from '../../../src/screening/job/in-hand.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

const mail = (name: string, ...keys: string[]) => ({ name, keys });
const names = (mails: readonly { name: string }[]) => mails.map(({ name }) => name);

it('takes mails that are not related at once, and related ones in their order', async () => {
  const inHand = createInHand();
  const mails = [mail('a1', 'a'), mail('b1', 'b'), mail('a2', 'a', 'c'), mail('c1', 'c'), mail('lone')];
  const first = await inHand.take(mails);
  expect(names(first)).toEqual(['a1', 'b1', 'lone']); // c1 does not overtake a2
  inHand.release(first);
  const second = await inHand.take([mails[2]!, mails[3]!]);
  expect(names(second)).toEqual(['a2']);
});

it('waits for a related mail of another batch', async () => {
  const inHand = createInHand();
  const first = await inHand.take([mail('a1', 'a')]);
  const seen: string[] = [];
  const second = inHand.take([mail('a2', 'a')]).then((taken) => void seen.push(...names(taken)));
  await vi.advanceTimersByTimeAsync(100);
  expect(seen).toEqual([]);
  inHand.release(first);
  await second;
  expect(seen).toEqual(['a2']);
});

it('goes on without a related mail that takes too long', async () => {
  const inHand = createInHand();
  const first = await inHand.take([mail('a1', 'a')]);
  const second = inHand.take([mail('a2', 'a'), mail('a3', 'a')]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(names(await second)).toEqual(['a2']);
  inHand.release(first);
  inHand.release(await second);
  expect(names(await inHand.take([mail('a4', 'a')]))).toEqual(['a4']);
});
