import { expect, it } from 'vitest';
import { type PolicyVersion, versionOn } from '../../src/policy/index.ts';

const version = (number: number, from: string, origin: PolicyVersion['origin'] = 'browser'): PolicyVersion => ({
  id: String(number),
  number,
  origin,
  note: '',
  from,
  by: '',
  at: new Date(0),
});

it.each<[string, PolicyVersion[], number | null]>([
  ['there is none', [], null],
  ['one of a file, which counts by itself', [version(1, '2026-01-01', 'file')], null],
  ['one that has begun', [version(1, '2026-12-01')], 1],
  ['one that begins tomorrow', [version(1, '2026-12-02')], null],
  ['the later day', [version(1, '2026-11-01'), version(2, '2026-10-01')], 1],
  ['of one day the later one', [version(1, '2026-11-01'), version(2, '2026-11-01')], 2],
  ['what begins tomorrow beside one that has begun', [version(1, '2026-11-01'), version(2, '2026-12-02')], 1],
])('the version that holds on a day: %s', (_, versions, expected) => {
  expect(versionOn(versions, '2026-12-01')?.number ?? null).toBe(expected);
});
