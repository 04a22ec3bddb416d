import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
  newestAudit,
  objectionList,
  openLeases,
  rawOfObjection,
  type Store,
  sourceState,
} from '../../src/store/index.ts';
import { eventually } from '../support/eventually.ts';
import { type Headers, mail, text } from '../support/mime.ts';
import { describeWithServer, startDovecot, type TestDovecot } from '../support/servers.ts';
import { fixedSettings } from '../support/settings.ts';
import { openTestStore } from '../support/store.ts';

let sent = 0;
const objecting = (words: string, headers: Headers = {}): Buffer =>
  mail(text(words), {
    'Message-ID': `<objection-${++sent}@example.com>`,
    From: 'Aite <somu@example.com>',
    To: 'iken@example.co.jp',
    Subject: 'igi',
    ...headers,
  });

describeWithServer('dovecot', 'the mailbox for objections', () => {
  let server: TestDovecot;
  let folder: string;
  let store: Store;
  let stop: (() => PromiseLike<void>)[];
  let lines: string[];
  beforeEach(async () => {
    server = await startDovecot({ users: ['iken'] });
    folder = mkdtempSync(join(tmpdir(), 'komainu-objecting-'));
    store = await openTestStore(folder);
    stop = [() => server.stop(), () => store.close()];
    lines = [];
    await server.deliver(mail(text('before')));
  });
  afterEach(async () => {
    for (const one of stop.reverse()) await one();
    rmSync(folder, { recursive: true });
  });

  async function start(): Promise<() => Promise<void>> {
    const { host, port, user, caFile, password } = server;
    const source = `name: iken, kind: imap, direction: objections, host: ${host}, port: ${port}, user: ${user}, ca: ${caFile}`;
    writeFileSync(join(folder, 'komainu.yaml'), `sources: [{ ${source} }]\nsettings: { pollSeconds: 1 }\n`);
    const { config, secrets } = loadConfig(null, { KOMAINU_PASSWORD_IKEN: password }, folder);
    const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    const leases = openLeases(store.engine);
    const intake = await startIntake({
      ...{ config, secrets, settings: fixedSettings(config, secrets), signIns: createSignIns(config, secrets, log) },
      ...{ store, leases, queue: {} as JobQueue, keys: await loadKeys(folder, {}), log },
      spool: { fill: async () => {}, sweep: async () => {} },
    });
    let running = true;
    const end = async () => {
      if (!running) return;
      running = false;
      await intake[Symbol.asyncDispose]();
      await leases[Symbol.asyncDispose]();
    };
    stop.push(end);
    await eventually(async () => (await sourceState(store.db, 'iken').cursor()) !== null);
    return end;
  }
  const count = async (table: string): Promise<number> => {
    const { rows } = (await store.db.execute(sql.raw(`select count(*)::int as n from komainu.${table}`))) as {
      rows: { n: number }[];
    };
    return rows[0]!.n;
  };
  const arrived = (mails: number) => eventually(async () => (await count('objection_mail')) === mails);
  const list = (which: 'waiting' | 'aside') => objectionList(store.db, { which, limit: 9, offset: 0 });

  it('has each mail in the register once, with every byte, judged by nobody, whatever it says', async () => {
    const end = await start();
    const raw = objecting('ひみつの異議です。殺すぞ。');
    await server.deliver(raw);
    await arrived(1);
    const [one] = await list('waiting');
    expect(one).toMatchObject({
      against: { kind: 'unplaced' },
      caseId: null,
      from: 'Aite <somu@example.com>',
      words: expect.stringContaining('igi\n\nひみつの異議です。殺すぞ。'),
      mails: [{ automatic: false }],
    });
    expect(Date.parse(one!.due) - Date.parse(one!.received)).toBe(14 * 86_400_000);
    const kept = Buffer.from((await rawOfObjection(store.db, one!.id, one!.mails[0]!.id))!).toString('utf8');
    expect(kept).toContain('Message-ID: <objection-');
    expect([await count('mail'), await count('verdict'), await count('case_file')]).toEqual([0, 0, 0]);
    const [entry] = await newestAudit(store.db, { action: 'objection.record' }, { below: null, limit: 1 });
    expect(entry).toMatchObject({ target: `objection/${one!.id}`, name: '', details: { mail: true } });
    await end();
    await store.db.execute(sql.raw('delete from komainu.source')).catch(() => {}); // as if the position had been lost
    await server.deliver(raw); // the same message again
    await start();
    await server.deliver(objecting('べつの人です。', { From: 'b@example.net' }));
    await arrived(2);
    expect(await list('waiting')).toHaveLength(2);
    expect(lines.join('\n')).not.toMatch(/ひみつ|somu|igi/);
  });

  it('puts what goes on with the objection that waits, and aside what a machine sent; nothing answers', async () => {
    await start();
    await server.deliver(objecting('一通目'));
    await arrived(1);
    await server.deliver(
      objecting('二通目', { From: 'other@example.com', 'In-Reply-To': `<objection-${sent}@example.com>` }),
    );
    await server.deliver(objecting('三通目')); // of the same sender
    await server.deliver(objecting('不在です', { From: 'robot@example.net', 'Auto-Submitted': 'auto-replied' }));
    await server.deliver(objecting('戻りました', { From: 'MAILER-DAEMON@example.net', 'Return-Path': '<>' }));
    await arrived(5);
    const waiting = await list('waiting');
    expect(waiting.map(({ mails }) => mails.map(({ words }) => words.split('\n\n')[1]!.trim()))).toEqual([
      ['一通目', '二通目', '三通目'],
    ]);
    expect((await list('aside')).map(({ aside }) => aside?.by)).toEqual(['', '']);
  });
});
