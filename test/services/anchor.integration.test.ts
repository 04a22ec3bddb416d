import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAuditLog } from '../../src/actions/index.ts';
import type { AnchorPlace } from '../../src/config/index.ts';
import { startAnchors } from '../../src/services/index.ts';
import { auditEnd, openLeases, type Store } from '../../src/store/index.ts';
import { createLogger } from '../../src/util/log.ts';
import { eventually } from '../support/eventually.ts';
import { openTestStore } from '../support/store.ts';

describe('where the audit log ends', { timeout: 120_000 }, () => {
  let folder: string;
  let store: Store;
  let said: { msg: string; seq?: number; hash?: string }[];
  const path = () => join(folder, 'elsewhere.txt');
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'komainu-anchor-'));
    store = await openTestStore(folder);
    said = [];
    await act();
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  async function act(): Promise<void> {
    const audit = openAuditLog({ db: store.db, key: 'key', dataPath: folder, log: createLogger('silent') });
    const who = { at: new Date(), person: null, name: 'cli:test', address: null };
    await audit.record({ ...who, action: 'settings.change', target: '', details: {} });
  }

  /** Runs the service until it has had its turn once. */
  async function turn(...anchors: AnchorPlace[]): Promise<void> {
    const log = pino({ level: 'info' }, { write: (line: string) => void said.push(JSON.parse(line)) });
    const real = openLeases(store.engine);
    let done = false;
    const places: AnchorPlace[] = [...anchors];
    const watched = {
      *[Symbol.iterator]() {
        yield* places;
        done = true;
      },
    } as unknown as readonly AnchorPlace[];
    await using _running = startAnchors({ config: { anchors: watched }, store, leases: real, log });
    await eventually(async () => done);
  }
  const lines = () => readFileSync(path(), 'utf8').trimEnd().split('\n');

  it('is noted in a file that only its owner reads, once a day', async () => {
    await turn({ kind: 'file', path: path() });
    const end = (await auditEnd(store.db))!;
    expect(lines()).toEqual([expect.stringMatching(new RegExp(`^20\\S+Z ${end.seq} ${end.hash}$`))]);
    expect(statSync(path()).mode & 0o777).toBe(0o600);
    await act();
    await turn({ kind: 'file', path: path() });
    expect(lines()).toHaveLength(1);
  });

  it('is noted again behind what is there once that is a day old', async () => {
    const end = (await auditEnd(store.db))!;
    writeFileSync(path(), `2026-01-01T00:00:00.000Z ${end.seq} ${end.hash}`);
    await act();
    await turn({ kind: 'file', path: path() });
    expect(lines()).toHaveLength(2);
    expect(lines()[1]).toContain(` ${end.seq + 1} `);
    expect(said).toEqual([]);
  });

  it('is told to the log, where the journal keeps it', async () => {
    await turn({ kind: 'journal' });
    expect(said).toMatchObject([{ ...(await auditEnd(store.db))!, msg: 'the audit log ends here' }]);
  });

  it('is missed loudly when the log no longer holds what was noted', async () => {
    await turn({ kind: 'file', path: path() });
    await store.db.execute(sql`alter table komainu.audit disable trigger audit_append_only`);
    await store.db.execute(sql`update komainu.audit set hash = repeat('0', 64)`);
    await act();
    await turn({ kind: 'file', path: path() });
    expect(said.map(({ msg }) => msg)).toEqual([expect.stringContaining('no longer holds what was noted')]);
  });

  it('is not written through a link, nor into a file that is something else; both are told', async () => {
    writeFileSync(join(folder, 'precious'), 'precious');
    symlinkSync('precious', path());
    await turn({ kind: 'file', path: path() }, { kind: 'file', path: join(folder, 'precious') });
    expect(readFileSync(join(folder, 'precious'), 'utf8')).toBe('precious');
    expect(said).toHaveLength(2);
    expect(readdirSync(folder)).toContain('elsewhere.txt');
  });
});
