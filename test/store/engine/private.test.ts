import { afterEach, expect, it } from 'vitest';
import { ownerOnlyFiles } from '../../../src/store/index.ts';

const before = process.umask();
afterEach(() => void process.umask(before));

it('what a process writes from then on is its owner’s alone', () => {
  ownerOnlyFiles();
  expect(process.umask()).toBe(0o077);
});
