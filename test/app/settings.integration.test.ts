import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { openAuditLog } from '../../src/actions/audit-log.ts';
import { type DeclaredAct, perform, saveSetting, takeOutSetting } from '../../src/actions/index.ts';
import { loadKeys } from '../../src/config/index.ts';
import { openStore, type Store, sourceHealth } from '../../src/store/index.ts';
import { createLogger } from '../../src/util/log.ts';
import { eventually } from '../support/eventually.ts';
import { mail, text } from '../support/mime.ts';
import { createDatabase, describeWithServer, startDovecot } from '../support/servers.ts';
import { createService } from '../support/service.ts';
import { openTestSettings } from '../support/settings.ts';

const KOMAINU_SECRET = 'a secret that all processes share';

async function numberOf(store: Store, query: ReturnType<typeof sql>): Promise<number> {
  const { rows } = (await store.db.execute(query)) as unknown as { rows: { n: string | number }[] };
  return Number(rows[0]?.n);
}
const JUDGED = sql`select count(*) as n from komainu.verdict`;
const MAILS = sql`select count(distinct message_id_hash) as n from komainu.verdict`;

describeWithServer('postgres', 'an installation without a file, in parts', () => {
  it('reads a mailbox that is set up while it runs, each mail once, whoever is killed; taken out, it reads no more', {
    timeout: 300_000,
  }, async () => {
    const [server, database] = [await startDovecot({ users: ['taro'] }), await createDatabase()];
    const service = createService(null, { DATABASE_URL: database.url, KOMAINU_SECRET });
    const store = await openStore({ kind: 'postgres', url: database.url }, service.folder);
    const settings = await openTestSettings(store.db, service.folder, { env: { KOMAINU_SECRET } });
    const keys = await loadKeys(service.folder, { KOMAINU_SECRET });
    const log = createLogger('silent');
    const audit = openAuditLog({ db: store.db, key: keys.audit, dataPath: service.folder, log });
    const deps = { db: store.db, audit, settings, read: async () => null, now: () => new Date() };
    const does = (act: object, written: object) =>
      perform(
        act as DeclaredAct,
        { ...deps, company: { timeZone: 'Asia/Tokyo' } } as never,
        { kind: 'operator', name: 'test' },
        written as Record<string, unknown>,
      );
    const box = {
      ...{ section: 'source', name: 'support', secrets: { password: server.password } },
      value: { kind: 'imap', host: server.host, port: server.starttlsPort, security: 'none', user: 'taro' },
    };
    let delivered = 0;
    const deliver = async (count: number) => {
      for (let i = 0; i < count; i++) {
        const n = ++delivered;
        await server.deliver(mail(text(`見積書をお送りください。${n}`), { 'Message-ID': `<${n}@example.com>` }));
      }
    };
    const judged = () => eventually(async () => (await numberOf(store, JUDGED)) === delivered);
    const contact = async () => (await sourceHealth(store.db))[0]?.lastContactAt ?? null;
    try {
      await service.start('--part', 'screen');
      const owner = await service.start('--part', 'intake');
      expect(await numberOf(store, JUDGED)).toBe(0);
      await does(saveSetting, box);
      await eventually(async () => (await contact()) !== null);
      expect(await service.cli('--lang', 'en', 'check')).toContain('Source support');
      const heir = await service.start('--part', 'intake');
      await deliver(20);
      await owner.kill();
      await deliver(20);
      await judged();
      expect(await numberOf(store, MAILS)).toBe(delivered);
      await does(saveSetting, { ...box, value: { ...box.value, unopened: 'case' }, version: 1 });
      await deliver(5);
      await judged();
      await does(takeOutSetting, { section: 'source', name: 'support' });
      await eventually(async () => {
        const before = await contact();
        await new Promise((resolve) => setTimeout(resolve, 3_000));
        return (await contact())?.getTime() === before?.getTime();
      });
      await server.deliver(mail(text('読まれない'), { 'Message-ID': '<after@example.com>' }));
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      expect(await numberOf(store, JUDGED)).toBe(delivered);
      expect(await heir.stop()).toBe(0);
    } finally {
      service.remove();
      await settings[Symbol.asyncDispose]();
      await store.close();
      await database.stop();
      await server.stop();
    }
  });
});

it('the sample ends where somebody begins for real: at the same address, with a link that they alone are given', {
  timeout: 300_000,
}, async () => {
  const service = createService(null);
  try {
    const { url, firstLink } = await service.start();
    const cookie = await signedIn(url!, firstLink!);
    const answer = await fetch(new URL('/setup/begin', url!), {
      ...{ method: 'POST', redirect: 'manual', headers: { cookie, origin: url!, 'sec-fetch-site': 'same-origin' } },
    });
    expect(answer.status).toBe(303);
    const link = new URL(answer.headers.get('location')!, url!);
    expect(link.pathname).toMatch(/^\/welcome\/./);
    expect((await fetch(link)).status).toBe(200);
    expect(existsSync(join(service.folder, 'data/komainu/store'))).toBe(true);
    const old = await fetch(new URL('/cases', url!), { headers: { cookie }, redirect: 'manual' });
    expect(old.headers.get('location')).toContain('/sign-in');
  } finally {
    service.remove();
  }
});

/** Opens the first account of a service. @returns its cookies */
async function signedIn(url: string, firstLink: string): Promise<string> {
  const form = new URLSearchParams({
    name: '管理者',
    password: '狛犬は門の前に二匹すわっている',
    again: '狛犬は門の前に二匹すわっている',
  });
  const headers = { origin: url, 'sec-fetch-site': 'same-origin' };
  const answer = await fetch(firstLink, { method: 'POST', body: form, redirect: 'manual', headers });
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0]!)
    .join('; ');
}
