import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type AuditLog, openAuditLog } from '../../src/actions/audit-log.ts';
import { type AuditEntry, headPath, readHead } from '../../src/audit/index.ts';
import { auditAfter, auditEnd, auditRows, type Db } from '../../src/store/index.ts';
import { createLogger } from '../../src/util/log.ts';
import { describeStores } from '../store/stores.ts';

const entry = (target: string): AuditEntry => ({
  at: new Date('2026-10-01T00:00:00.123Z'),
  person: null,
  name: 'cli:\0検査',
  address: '192.0.2.1',
  action: 'case.view',
  target,
  details: { zeta: 1, alpha: ['\ud800'], もじ: true },
});

describeStores('the audit log', (store) => {
  let folder: string;
  let log: AuditLog;
  let db: Db;
  const open = (key = 'key') => openAuditLog({ db, key, dataPath: folder, log: createLogger('silent') });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'komainu-audit-'));
    db = store().db;
    await tamper('truncate komainu.audit');
    log = open();
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** As someone does who owns the database. */
  async function tamper(statement: string): Promise<void> {
    await db.execute(sql`alter table komainu.audit disable trigger audit_append_only`);
    await db.execute(sql.raw(statement));
    await db.execute(sql`alter table komainu.audit enable trigger audit_append_only`);
  }
  async function write(...targets: string[]): Promise<void> {
    for (const target of targets) await log.record(entry(target));
  }
  async function targets(): Promise<string[]> {
    const found: string[] = [];
    for await (const { target } of auditRows(db, {})) found.push(target);
    return found;
  }

  it('keeps what was done, in order, and holds', async () => {
    await write('a', 'b', 'c');
    expect(await targets()).toEqual(['a', 'b', 'c']);
    expect(await log.verify()).toEqual({ kind: 'whole', rows: 3, head: 'reached' });
  });

  it('is refused every change but an addition', async () => {
    await write('a');
    for (const statement of [
      "update komainu.audit set name = ''",
      'delete from komainu.audit',
      'truncate komainu.audit',
    ])
      await expect(db.execute(sql.raw(statement))).rejects.toMatchObject({
        cause: expect.objectContaining({ message: expect.stringContaining('only ever added to') }),
      });
    expect(await log.verify()).toMatchObject({ kind: 'whole', rows: 1 });
  });

  it('is one chain, whoever writes at the same time', async () => {
    const other = open();
    await Promise.all(Array.from({ length: 24 }, (_, n) => (n % 2 ? log : other).record(entry(`${n}`))));
    expect(await log.verify()).toEqual({ kind: 'whole', rows: 24, head: 'reached' });
    expect(new Set(await targets()).size).toBe(24);
  });

  it('has remembered an end no earlier than each entry when it is written, whoever writes at the same time', async () => {
    const ends = Array.from({ length: 20 }, async (_, n) => {
      await log.record(entry(`together-${n}`));
      const end = await readHead(folder);
      const own = await auditAfter(db, { target: `together-${n}` }, 0, 1);
      return end!.seq >= own[0]!.seq;
    });
    expect(await Promise.all(ends)).toEqual(Array(20).fill(true));
    expect(await readHead(folder)).toEqual(await auditEnd(db));
    expect(await log.verify()).toEqual({ kind: 'whole', rows: 20, head: 'reached' });
  });

  it('writes nothing of an act that failed, and undoes an act it cannot write down', async () => {
    const count = sql`select count(*)::int as n from komainu.source`;
    const act = (tx: Db) => tx.execute(sql`insert into komainu.source (name) values ('made')`);
    const failing = log.during(
      async (tx) => {
        await act(tx);
        throw new Error('half-way');
      },
      () => entry('failed'),
    );
    await expect(failing).rejects.toThrow('half-way');
    const unwritable = log.during(act, () => ({ ...entry('x'), target: null as unknown as string }));
    await expect(unwritable).rejects.toThrow();
    expect(await targets()).toEqual([]);
    expect((await db.execute(count)) as unknown as { rows: object[] }).toMatchObject({ rows: [{ n: 0 }] });
    await log.during(act, () => entry('done'));
    expect(await targets()).toEqual(['done']);
  });

  it.each([
    ['changed', "update komainu.audit set name = 'someone else' where seq = 3", { seq: 3, why: 'changed' }],
    ['removed', 'delete from komainu.audit where seq = 3', { seq: 3, why: 'missing' }],
    [
      'inserted',
      "insert into komainu.audit select 6, at, person, name, address, action, 'x', details, hash from komainu.audit where seq = 5",
      { seq: 6, why: 'changed' },
    ],
    ['cut off the end', 'delete from komainu.audit where seq > 3', { seq: 4, why: 'cut' }],
    ['all removed', 'truncate komainu.audit', { seq: 1, why: 'cut' }],
  ])('finds what was %s', async (_, statement, found) => {
    await write('a', 'b', 'c', 'd', 'e');
    await tamper(statement);
    expect(await log.verify()).toEqual({ kind: 'broken', ...found });
  });

  it('still finds a cut after the log went on', async () => {
    await write('a', 'b', 'c', 'd', 'e');
    await tamper('delete from komainu.audit where seq > 3');
    await write('f', 'g', 'h', 'i');
    expect(await open().verify()).toEqual({ kind: 'broken', seq: 5, why: 'changed' });
  });

  it('does not hold for another key', async () => {
    await write('a');
    expect(await open('another').verify()).toEqual({ kind: 'broken', seq: 1, why: 'changed' });
  });

  it('says that the remembered end is damaged, and goes on writing', async () => {
    await write('a');
    await writeFile(headPath(folder), 'nonsense');
    await write('b');
    expect(await readFile(headPath(folder), 'utf8')).toBe('nonsense');
    await expect(log.verify()).rejects.toThrow(/audit\.head is damaged/);
    expect(await targets()).toEqual(['a', 'b']);
  });
});
