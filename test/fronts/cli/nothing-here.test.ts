import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { komainu } from './support.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'komainu-nothing-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

it.each([
  'status',
  'check',
  'check --support',
  'cases list',
  'cases show 1',
  'user add a@example.jp --name A --role reviewer',
  'audit verify',
  'mails failed',
  'letters list 1',
  'dict export entries',
  'purge --dry-run',
  'backup all.gz',
  'restore all.gz',
  'upgrade --check',
  'rollback',
  'accept-key',
])('%s makes no sample of its own where nothing is installed, and says so', async (line) => {
  const { code, out, err } = await komainu([...line.split(' '), '--lang', 'en'], { cwd });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(`neither a komainu.yaml nor a store in ${cwd}`);
  expect(readdirSync(cwd)).toEqual([]);
});
