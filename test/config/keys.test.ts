import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ConfigError } from '../../src/config/index.ts';
import { loadKeys } from '../../src/config/keys.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'komainu-secret-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('processes that start together for the first time have one secret, which only their user may read', async () => {
  const together = await Promise.all(Array.from({ length: 20 }, () => loadKeys(folder, {})));
  const later = await loadKeys(folder, {});
  expect(new Set([...together, later].map(({ session }) => session)).size).toBe(1);
  expect(readdirSync(folder)).toEqual(['secret.key']);
  expect(statSync(join(folder, 'secret.key')).mode & 0o777).toBe(0o600);
});

it('an empty secret, as a crash could leave it once, is refused', async () => {
  writeFileSync(join(folder, 'secret.key'), '');
  await expect(loadKeys(folder, {})).rejects.toBeInstanceOf(ConfigError);
});
