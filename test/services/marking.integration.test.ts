import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/index.ts';
import { loadKeys } from '../../src/config/keys.ts';
import { createSignIns } from '../../src/intake/index.ts';
import { openQueue } from '../../src/jobs/index.ts';
import { startIntake } from '../../src/services/intake.ts';
import {
  decide,
  listCases,
  mailsWithoutVerdict,
  openLeases,
  type Store,
  sourceHealth,
  writeVerdict,
} from '../../src/store/index.ts';
import { assessment, verdictOf } from '../store/samples.ts';
import { eventually } from '../support/eventually.ts';
import { inMailbox } from '../support/imap-source.ts';
import { describeWithServer, startDovecot, type TestDovecot } from '../support/servers.ts';
import { fixedSettings } from '../support/settings.ts';
import { openTestStore } from '../support/store.ts';

const log = pino({ level: 'silent' });
const KEYWORD = '$Harassment';
const mail = (name: string): Buffer =>
  Buffer.from(`From: kyaku@example.com\r\nSubject: ${name}\r\nMessage-ID: <${name}@example.com>\r\n\r\n本文\r\n`);

describeWithServer('dovecot', 'a source that marks flagged mails', () => {
  let server: TestDovecot;
  let folder: string;
  let store: Store;
  let stop: (() => PromiseLike<void>)[];
  beforeEach(async () => {
    server = await startDovecot();
    folder = mkdtempSync(join(tmpdir(), 'komainu-marking-'));
    store = await openTestStore(folder);
    stop = [() => server.stop(), () => store.close()];
    await server.deliver(mail('before'));
  });
  afterEach(async () => {
    for (const one of stop.reverse()) await one();
    rmSync(folder, { recursive: true });
  });

  async function start(more: string): Promise<void> {
    const { host, port, user, caFile, password } = server;
    const source = `name: support, kind: imap, host: ${host}, port: ${port}, user: ${user}, ca: ${caFile}`;
    writeFileSync(join(folder, 'komainu.yaml'), `sources: [{ ${source}, ${more} }]\nsettings: { pollSeconds: 5 }\n`);
    const { config, secrets } = loadConfig(null, { KOMAINU_PASSWORD_SUPPORT: password }, folder);
    const queue = await openQueue(store.engine, { log, attempts: 3 });
    const keys = await loadKeys(folder, {});
    const spool = { fill: async () => {}, sweep: async () => {} };
    const leases = openLeases(store.engine);
    const intake = await startIntake({
      config,
      secrets,
      settings: fixedSettings(config, secrets),
      signIns: createSignIns(config, secrets, log),
      store,
      leases,
      queue,
      keys,
      spool,
      log,
    });
    stop.push(
      () => queue.close(),
      () => leases[Symbol.asyncDispose](),
      () => intake[Symbol.asyncDispose](),
    );
    await eventually(async () => (await sourceHealth(store.db)).some(({ lastContactAt }) => lastContactAt !== null));
  }

  /** What stands in a folder, by subject, with the flags of each mail; empty where there is no such folder. */
  const mailsIn = (path: string): Promise<Record<string, string[]>> =>
    inMailbox(server, async (client) => {
      if (!(await client.list()).some((one) => one.path === path)) return {};
      await client.mailboxOpen(path, { readOnly: true });
      const rows = await client.fetchAll('1:*', { envelope: true, flags: true });
      return Object.fromEntries(
        rows.map(({ envelope, flags }) => [
          envelope?.subject ?? '',
          [...(flags ?? [])].filter((one) => one !== '\\Recent'),
        ]),
      );
    });

  /** Judges what waits, as the worker would: flagged where the subject says so. */
  async function judge(mails: number): Promise<void> {
    await eventually(async () => (await mailsWithoutVerdict(store.db, { limit: 10 })).length === mails);
    for (const mailId of await mailsWithoutVerdict(store.db, { limit: 10 })) {
      const flagged = Number(mailId) % 2 === 1;
      await writeVerdict(
        store.db,
        verdictOf(mailId, { assessment: assessment(flagged ? 'urgent' : 'ordinary'), messageId: `m${mailId}` }),
      );
    }
  }

  const cases = async () => (await listCases(store.db, { limit: 10, offset: 0 })).cases;
  const dismissed = { kind: 'dismiss', reason: 'joke', note: '' } as const;

  it('sets its keyword and moves them, undoes both when the case is dismissed, and never sets \\Seen', async () => {
    await start(`mark: { keyword: ${KEYWORD}, moveTo: 隔離 }`);
    await server.deliver(mail('flagged'));
    await eventually(async () => (await mailsWithoutVerdict(store.db, { limit: 10 })).length === 1);
    await server.deliver(mail('ordinary'));
    await judge(2);

    await eventually(async () => 'flagged' in (await mailsIn('隔離')));
    expect(await mailsIn('隔離')).toEqual({ flagged: [KEYWORD] });
    expect(await mailsIn('INBOX')).toEqual({ before: [], ordinary: [] });

    const id = (await cases())[0]!.id;
    await decide(store.db, id, dismissed, 'cli:test', new Date());
    await eventually(async () => 'flagged' in (await mailsIn('INBOX')));
    expect(await mailsIn('INBOX')).toEqual({ before: [], ordinary: [], flagged: [] });
    expect(await mailsIn('隔離')).toEqual({});

    await decide(store.db, id, { kind: 'reopen', note: '' }, 'cli:test', new Date());
    await eventually(async () => 'flagged' in (await mailsIn('隔離')));
    expect(await cases()).toHaveLength(1);
  });

  it('sets its keyword alone, and finds a mail that someone has moved by hand meanwhile', async () => {
    await start(`mark: { keyword: ${KEYWORD} }`);
    await server.deliver(mail('flagged'));
    await judge(1);
    await eventually(async () => (await mailsIn('INBOX')).flagged?.includes(KEYWORD) === true);
    await inMailbox(server, async (client) => {
      await client.mailboxCreate('Elsewhere');
      await client.mailboxOpen('INBOX');
      await client.messageMove('2', 'Elsewhere');
      await client.mailboxOpen('Elsewhere');
      await client.messageMove('1', 'INBOX'); // back again, under a new uid
    });
    const id = (await cases())[0]!.id;
    await decide(store.db, id, dismissed, 'cli:test', new Date());
    await eventually(async () => (await mailsIn('INBOX')).flagged?.length === 0);
    expect(await mailsIn('INBOX')).toEqual({ before: [], flagged: [] });
  });

  it('leaves the mailbox alone where nobody asked for marks', async () => {
    await start('folder: INBOX');
    await server.deliver(mail('flagged'));
    await judge(1);
    await server.deliver(mail('later'));
    await eventually(async () => (await mailsWithoutVerdict(store.db, { limit: 10 })).length === 1);
    expect(await mailsIn('INBOX')).toEqual({ before: [], flagged: [], later: [] });
  });
});
