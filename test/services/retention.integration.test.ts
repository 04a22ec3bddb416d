import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId } from '../../src/cases/index.ts';
import { loadConfig, loadKeys } from '../../src/config/index.ts';
import { startRetention } from '../../src/services/retention.ts';
import { auditRows, believeClock, type Leases, loadCase, openLeases, type Store } from '../../src/store/index.ts';
import { NOTHING_PURGED } from '../store/purged.ts';
import { assessment, judgedMail } from '../store/samples.ts';
import { eventually } from '../support/eventually.ts';
import { openTestStore } from '../support/store.ts';

const DAY_MS = 86_400_000;

describe('the retention job', { timeout: 180_000 }, () => {
  let folder: string;
  let store: Store;
  let running: AsyncDisposable | null = null;
  const said: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void said.push(JSON.parse(line).msg) });
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'komainu-retention-'));
    store = await openTestStore(folder);
    said.length = 0;
  });
  afterEach(async () => {
    await running?.[Symbol.asyncDispose]();
    running = null;
    await store.close();
    rmSync(folder, { recursive: true });
  });

  async function start(leases: Leases = openLeases(store.engine)): Promise<void> {
    const { config } = loadConfig(null, {}, folder);
    running = startRetention({ config, store, leases, keys: await loadKeys(folder, {}), log });
  }
  /** A grey case, flagged so many days ago. */
  const greyCase = async (minute: number, days: number): Promise<CaseId> =>
    (
      await judgedMail(store.db, minute, {
        assessment: assessment('grey'),
        screenedAt: new Date(Date.now() - days * DAY_MS),
      })
    ).caseId!;
  const isThere = async (id: CaseId): Promise<boolean> => (await loadCase(store.db, id)) !== null;
  async function purges(): Promise<unknown[]> {
    const found: unknown[] = [];
    for await (const row of auditRows(store.db, {})) if (row.action === 'store.purge') found.push(row.details);
    return found;
  }

  it('deletes at once what has been kept long enough, leaves the rest, and records it', async () => {
    const [old, young] = [await greyCase(1, 31), await greyCase(2, 29)];
    await start();
    await eventually(async () => (await purges()).length > 0);
    expect(await purges()).toEqual([{ ...NOTHING_PURGED, grey: 1 }]);
    expect(await isThere(old)).toBe(false);
    expect(await isThere(young)).toBe(true);
  });

  it('records nothing when there was nothing to delete', async () => {
    await greyCase(1, 29);
    let rounds = 0;
    const real = openLeases(store.engine);
    await start({
      ...real,
      take: async (...given) => {
        rounds += 1;
        return real.take(...given);
      },
    });
    await eventually(() => rounds > 0);
    await running?.[Symbol.asyncDispose](); // waits for the work in hand
    running = null;
    expect(await purges()).toEqual([]);
  });

  it('deletes nothing while the clock is far ahead of all that is known, and says so', async () => {
    const old = await greyCase(1, 31);
    await believeClock(store.db, new Date(Date.now() - 15 * DAY_MS));
    await start();
    await eventually(() => said.length > 0);
    expect(said).toEqual(['the clock has jumped ahead; nothing was deleted']);
    expect(await isThere(old)).toBe(true);
  });

  it('says that it failed, and tries again', { timeout: 180_000 }, async () => {
    const old = await greyCase(1, 31);
    const real = openLeases(store.engine);
    let tries = 0;
    await start({
      ...real,
      take: async (...given) => {
        tries += 1;
        if (tries === 1) throw new Error('the database is away');
        return real.take(...given);
      },
    });
    await eventually(async () => !(await isThere(old)));
    expect(said).toEqual(['what was kept long enough could not be deleted; it will be tried again']);
  });
});
