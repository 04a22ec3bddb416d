import { mkdir, mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dropOldCopies } from '../../../src/store/engine/before-upgrade.ts';

const DAY = 86_400_000;

it('what lies beside a store of an upgrade or a way back is deleted after 14 days, and nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'komainu-beside-'));
  const now = new Date('2026-12-01T00:00:00Z');
  const made = async (name: string, days: number) => {
    const at = new Date(now.getTime() - days * DAY);
    await mkdir(join(folder, name));
    await utimes(join(folder, name), at, at);
  };
  try {
    await made('store', 30);
    await made('store.before-upgrade', 15);
    await made('store.2026-11-16T00-00-00-000Z', 15);
    await made('store.2026-11-20T00-00-00-000Z', 11);
    await made('store.mine', 30);
    await made('other.2026-11-01T00-00-00-000Z', 30);
    await dropOldCopies(join(folder, 'store'), now);
    expect((await readdir(folder)).sort()).toEqual([
      'other.2026-11-01T00-00-00-000Z',
      'store',
      'store.2026-11-20T00-00-00-000Z',
      'store.mine',
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
