import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/index.ts';
import { loadKeys } from '../../src/config/keys.ts';
import { createSignIns } from '../../src/intake/index.ts';
import type { JobQueue } from '../../src/jobs/index.ts';
import { startIntake } from '../../src/services/intake.ts';
import {
  mailsWithoutVerdict,
  openLeases,
  openStore,
  type Store,
  sourceHealth,
  sourceState,
  spoolDepth,
  writeUnreadable,
} from '../../src/store/index.ts';
import { describeStores } from '../store/stores.ts';
import { eventually } from '../support/eventually.ts';
import { mail, text } from '../support/mime.ts';
import { describeWithServer, startPostgres } from '../support/servers.ts';
import { fixedSettings } from '../support/settings.ts';

const BATCH = 200; // mails a directory source commits together
const idle = { fill: async () => {}, sweep: async () => {} };

let folder: string;
let intakes: AsyncDisposable[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'komainu-intake-'));
});
afterEach(async () => {
  for (const intake of intakes.reverse()) await intake[Symbol.asyncDispose]();
  intakes = [];
  rmSync(folder, { recursive: true });
});

let delivered = 0;
function deliver(box: string, mails: number): void {
  for (const sub of ['tmp', 'new', 'cur']) mkdirSync(join(folder, box, sub), { recursive: true });
  for (let i = 0; i < mails; i++) {
    const name = `${++delivered}`;
    writeFileSync(join(folder, box, 'new', `${name}.host`), mail(text('本文'), { Subject: name }));
  }
}

async function start(store: Store, spoolLimit = 1000): Promise<void> {
  const sources = '[{ name: flood, kind: directory, path: flood }, { name: quiet, kind: directory, path: quiet }]';
  const yaml = `sources: ${sources}\nsettings: { pollSeconds: 1, spoolLimit: ${spoolLimit} }\n`;
  writeFileSync(join(folder, 'komainu.yaml'), yaml);
  const { config, secrets } = loadConfig(null, {}, folder);
  const keys = await loadKeys(folder, {});
  const log = pino({ level: 'silent' });
  const queue = {} as JobQueue; // no source marks
  const leases = openLeases(store.engine);
  const common = {
    config,
    secrets,
    settings: fixedSettings(config, secrets),
    signIns: createSignIns(config, secrets, log),
    store,
    leases,
    queue,
    keys,
    log,
  };
  intakes.push(leases, await startIntake({ ...common, spool: idle }));
}

const healthOf = async ({ db }: Store, name: string) => (await sourceHealth(db)).find((one) => one.name === name);

describeStores('intake', (store) => {
  it('pauses a source of which too many mails wait, says so, and goes on when half of them are judged', async () => {
    const { db } = store();
    deliver('flood', 3 * BATCH);
    deliver('quiet', 5);
    await start(store(), 50);
    await eventually(async () => (await healthOf(store(), 'flood'))?.note != null);
    expect((await healthOf(store(), 'flood'))?.note).toMatch(/取り込みを休んでいます.*pauses/);
    await eventually(async () => (await spoolDepth(db)) === BATCH + 5); // the other source is not held up
    expect((await healthOf(store(), 'quiet'))?.note).toBeNull();
    expect((await healthOf(store(), 'flood'))?.trouble).toBeNull();
    const judgeAll = async () => {
      for (const mailId of await mailsWithoutVerdict(db, { limit: 1000 }))
        await writeUnreadable(db, { mailId, at: new Date(), reason: 'test' });
    };
    await judgeAll();
    await eventually(async () => (await spoolDepth(db)) === BATCH);
    await judgeAll();
    await eventually(async () => (await spoolDepth(db)) === BATCH);
    await judgeAll();
    await eventually(async () => (await healthOf(store(), 'flood'))?.note === null);
    expect((await sourceState(db, 'flood').cursor())?.lastUid).toBe(3 * BATCH);
  });

  it('stops at a full disk without moving its cursor, says so, and goes on by itself', async () => {
    const { db } = store();
    await db.execute(sql`
      create function komainu.disk_full() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file' using errcode = '53100'; end $$`);
    await db.execute(sql`
      create trigger disk_full before insert on komainu.mail execute function komainu.disk_full()`);
    try {
      deliver('flood', 20);
      deliver('quiet', 0);
      await start(store());
      await eventually(async () => (await healthOf(store(), 'flood'))?.trouble != null);
      expect((await healthOf(store(), 'flood'))?.trouble).toMatch(/ディスクに空きがない.*disk of the database is full/);
      expect(await sourceState(db, 'flood').cursor()).toBeNull();
    } finally {
      await db.execute(sql`drop function komainu.disk_full() cascade`);
    }
    await eventually(async () => (await spoolDepth(db)) === 20);
    await eventually(async () => (await healthOf(store(), 'flood'))?.trouble === null);
    expect(await sourceState(db, 'flood').cursor()).toEqual({ uidValidity: 1n, lastUid: 20 });
  });
});

describeWithServer('postgres', 'intake whose database is killed', () => {
  it('goes on by itself when the database is back, and every mail is there once', { timeout: 120_000 }, async () => {
    const server = await startPostgres();
    const store = await openStore({ kind: 'postgres', url: server.url }, folder);
    try {
      deliver('flood', 100);
      deliver('quiet', 0);
      await start(store);
      await eventually(async () => (await spoolDepth(store.db)) === 100);
      await server.kill();
      deliver('flood', 100);
      await server.restart();
      await eventually(() =>
        spoolDepth(store.db).then(
          (depth) => depth === 200,
          () => false,
        ),
      );
      expect(await mailsWithoutVerdict(store.db, { limit: 1000 })).toHaveLength(200);
      for (const intake of intakes.splice(0).reverse()) await intake[Symbol.asyncDispose]();
    } finally {
      await store.close();
      await server.stop();
    }
  });
});
