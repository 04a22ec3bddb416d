import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openAuditLog } from '../../../src/actions/audit-log.ts';
import {
  type DeclaredAct,
  pauseSetting,
  perform,
  resumeSetting,
  saveSetting,
  takeOutSetting,
  takeOverSetting,
} from '../../../src/actions/index.ts';
import { loadConfig, loadKeys } from '../../../src/config/index.ts';
import { startIntake } from '../../../src/services/intake.ts';
import type { LiveSettings } from '../../../src/services/set-up/live.ts';
import { signInsFor } from '../../../src/services/set-up/sign-ins.ts';
import {
  dumpStore,
  mailsWithoutVerdict,
  newestAudit,
  openLeases,
  type Store,
  siteSettings,
  sourceHealth,
  sourceState,
} from '../../../src/store/index.ts';
import { createLogger } from '../../../src/util/log.ts';
import { describeStores } from '../../store/stores.ts';
import { eventually } from '../../support/eventually.ts';
import { mail, text } from '../../support/mime.ts';
import { describeWithServer, startDovecot } from '../../support/servers.ts';
import { openTestSettings } from '../../support/settings.ts';
import { openTestStore } from '../../support/store.ts';

const OPERATOR = { kind: 'operator', name: 'test' } as const;
const log = createLogger('silent');
const PASSWORD = 'himitsu-no-aikotoba-123';
const mailbox = { kind: 'imap', host: 'imap.example.jp', user: 'support@example.jp' };
const support = { section: 'source', name: 'support', value: mailbox, secrets: { password: PASSWORD } };

let folder: string;
let ending: AsyncDisposable[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'komainu-settings-'));
  ending = [];
});
afterEach(async () => {
  for (const one of ending.reverse()) await one[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

type Given = Parameters<typeof openTestSettings>[2];

/** Somebody who sets things up. */
async function setUp({ db }: Pick<Store, 'db'>, given: Given = {}) {
  const settings = await openTestSettings(db, folder, given);
  ending.push(settings);
  const audit = openAuditLog({ db, key: 'a key of the audit log', dataPath: folder, log });
  const deps = {
    db,
    audit,
    settings,
    read: async () => null,
    now: () => new Date(),
    company: { timeZone: 'Asia/Tokyo' },
  };
  const does = (act: object) => (written: object) =>
    perform(act as DeclaredAct, deps as never, OPERATOR, written as Record<string, unknown>);
  return { settings, save: does(saveSetting), does };
}

const names = (settings: LiveSettings) => settings.current().config.sources.map(({ name }) => name);

describeStores('what a company sets up', (store) => {
  it('is in force at once where it is saved, and elsewhere as soon as somebody looks', async () => {
    const here = await setUp(store());
    const there = await setUp(store());
    const told: string[][] = [];
    there.settings.onChange(() => told.push(names(there.settings)));
    await here.save(support);
    expect(names(here.settings)).toEqual(['support']);
    expect(here.settings.view.config.sources).toMatchObject([{ ...mailbox, port: 993 }]);
    expect(here.settings.view.secrets.passwords.get('support')).toBe(PASSWORD);
    await there.settings.refresh();
    expect(told).toEqual([['support']]);
  });

  it('is paused, resumed and taken out; what is taken out loses its secrets, and keeps its name', async () => {
    const { settings, save, does } = await setUp(store());
    await save(support);
    const key = { section: 'source', name: 'support' };
    await does(pauseSetting)(key);
    expect(names(settings)).toEqual([]);
    await does(resumeSetting)(key);
    expect(names(settings)).toEqual(['support']);
    await does(takeOutSetting)(key);
    expect(names(settings)).toEqual([]);
    expect(await siteSettings(store().db)).toMatchObject([{ name: 'support', state: 'out', sealed: null }]);
    await expect(does(resumeSetting)(key)).rejects.toMatchObject({ reason: { code: 'not-there' } });
  });

  it('does not let another mailbox go on where one of the same name stood', async () => {
    const { save, does } = await setUp(store());
    await save(support);
    await sourceState(store().db, 'support').commit([], { uidValidity: 1n, lastUid: 7 });
    await does(takeOutSetting)({ section: 'source', name: 'support' });
    const other = { ...mailbox, user: 'sales@example.jp' };
    await expect(save({ ...support, value: other })).rejects.toMatchObject({
      reason: { code: 'wrong-fields', fields: { user: 'taken' } },
    });
    await save(support);
    await sourceState(store().db, 'old').commit([], { uidValidity: 1n, lastUid: 7 }); // of a file that is gone
    await expect(save({ ...support, name: 'old' })).rejects.toMatchObject({ reason: { fields: { name: 'taken' } } });
  });

  it('keeps what somebody changed meanwhile', async () => {
    const { save } = await setUp(store());
    await save(support);
    await expect(save(support)).rejects.toMatchObject({ reason: { code: 'settings-changed' } });
    await save({ ...support, version: 1 });
  });

  it('keeps secrets that are left out as long as they go to the same place', async () => {
    const { settings, save } = await setUp(store());
    await save(support);
    const { secrets: _, ...same } = support;
    await save({ ...same, value: { ...mailbox, backfill: '30d' }, version: 1 });
    expect(settings.view.secrets.passwords.get('support')).toBe(PASSWORD);
    await expect(
      save({ ...same, value: { ...mailbox, host: 'elsewhere.example.com' }, version: 2 }),
    ).rejects.toMatchObject({ reason: { fields: { 'secrets.password': 'missing' } } });
  });

  it('writes no secret and no value into store or log', async () => {
    const { save } = await setUp(store());
    await save(support);
    const [entry] = await newestAudit(store().db, {}, { below: null, limit: 1 });
    expect(entry).toMatchObject({
      action: 'settings.save',
      target: 'setting/source/support',
      details: { changed: ['host', 'kind', 'user'], secrets: ['password'] },
    });
    const lines: string[] = [];
    await dumpStore(store().db, new Date(), async (line) => void lines.push(line));
    const backup = lines.join('\n');
    expect(backup).toContain('site_setting');
    expect(backup).not.toContain(PASSWORD);
    expect(backup).not.toContain(Buffer.from(PASSWORD).toString('hex'));
  });

  it.each([
    ['a host that is none', { value: { ...mailbox, host: '' } }, { host: 'wrong' }],
    ['no user', { value: { kind: 'imap', host: 'imap.example.jp' } }, { user: 'missing' }],
    ['a file of this machine', { value: { ...mailbox, passwordFile: '/etc/passwd' } }, { passwordFile: 'wrong' }],
    ['a folder of this machine', { value: { kind: 'directory', path: '/var/mail' } }, { path: 'wrong' }],
    ['no password', { secrets: {} }, { 'secrets.password': 'missing' }],
    ['no name', { name: '' }, { name: 'missing' }],
    [
      'a tenant that is none',
      { value: { ...mailbox, signIn: { provider: 'microsoft', tenant: '/', clientId: 'x' } } },
      { 'signIn.tenant': 'wrong' },
    ],
    [
      'a channel of mails without a server',
      { section: 'channel', value: { kind: 'mail', to: ['a@example.jp'] }, secrets: {} },
      { kind: 'wrong' },
    ],
    [
      'a source that is not there',
      { section: 'spotChecks', name: '', value: { exceptSources: ['nobody'] }, secrets: {} },
      { exceptSources: 'wrong' },
    ],
  ])('refuses %s with its field', async (_, change, fields) => {
    const { save } = await setUp(store());
    await expect(save({ ...support, ...change })).rejects.toMatchObject({ reason: { code: 'wrong-fields', fields } });
    expect(await siteSettings(store().db)).toEqual([]);
  });

  it('says that secrets have to be entered again where the key is another', async () => {
    await (await setUp(store())).save(support);
    const { settings } = await setUp(store(), { keys: await loadKeys(folder, { KOMAINU_SECRET: 'another one' }) });
    expect(await settings.list()).toMatchObject([{ name: 'support', locked: true, secrets: [] }]);
    expect(settings.view.secrets.passwords.get('support')).toBeUndefined();
  });
});

it('a setting of the file cannot be changed, is taken over with its secrets, and goes on when its lines go', {
  timeout: 60_000,
}, async () => {
  const store = await openTestStore(folder);
  ending.push({ [Symbol.asyncDispose]: () => store.close() });
  writeFileSync(join(folder, 'password'), `${PASSWORD}\n`);
  writeFileSync(
    join(folder, 'komainu.yaml'),
    'company: { name: みほん }\nsources:\n  - { name: support, kind: imap, host: imap.example.jp, user: a, passwordFile: password, ca: ca.pem }\n',
  );
  const loaded = loadConfig(null, {}, folder);
  const { settings, save, does } = await setUp(store, { loaded });
  expect(await settings.list()).toMatchObject([
    { section: 'source', name: 'support', origin: 'file', line: 3, taken: false },
    { section: 'company', origin: 'file', line: 1 },
  ]);
  await expect(save(support)).rejects.toMatchObject({ reason: { code: 'set-in-file' } });
  await does(takeOverSetting)({ section: 'source', name: 'support' });
  await does(takeOverSetting)({ section: 'company', name: '' });
  expect(await settings.list()).toMatchObject([
    { name: 'support', taken: true },
    { section: 'company', taken: true },
  ]);
  const without = await setUp(store);
  expect(without.settings.current().config).toMatchObject({
    company: { name: 'みほん' },
    sources: [{ name: 'support', user: 'a', ca: join(folder, 'ca.pem') }],
  });
  expect(without.settings.current().secrets.passwords.get('support')).toBe(PASSWORD);
});

describeWithServer('dovecot', 'a mailbox that is set up while the service runs', () => {
  it('is read within seconds, each mail once, until it is paused; the others go on', { timeout: 120_000 }, async () => {
    const server = await startDovecot({ users: ['taro', 'jiro'] });
    const store = await openTestStore(folder);
    const { settings, save, does } = await setUp(store, { lookEveryMs: 100 });
    const leases = openLeases(store.engine);
    const keys = await loadKeys(join(folder, 'keys'), {});
    const intake = await startIntake({
      ...settings.view,
      ...{ settings, store, leases, queue: {} as never, keys, log },
      signIns: signInsFor({ settings, keys, db: store.db, log }),
      spool: { fill: async () => {}, sweep: async () => {} },
    });
    ending.push(
      { [Symbol.asyncDispose]: () => server.stop() },
      { [Symbol.asyncDispose]: () => store.close() },
      leases,
      intake,
    );
    // Tests have an authority of their own, which nobody could name in a browser.
    const box = (user: string) => ({
      ...{ section: 'source', name: user, secrets: { password: server.password } },
      value: { kind: 'imap', host: server.host, port: server.starttlsPort, security: 'none', user },
    });
    const contactOf = async (name: string) =>
      (await sourceHealth(store.db)).find((one) => one.name === name)?.lastContactAt;
    await save(box('taro'));
    await eventually(async () => (await contactOf('taro')) != null);
    const subject = (n: number) => mail(text(`本文${n}`), { Subject: `${n}`, 'Message-ID': `<${n}@example.com>` });
    await server.deliver(subject(1));
    await eventually(async () => (await mailsWithoutVerdict(store.db, { limit: 9 })).length === 1);
    await save(box('jiro'));
    await eventually(async () => (await contactOf('jiro')) != null);
    await does(pauseSetting)({ section: 'source', name: 'taro' });
    await server.deliver(subject(2));
    await server.deliver(subject(3), 'INBOX', 'jiro');
    await eventually(async () => (await mailsWithoutVerdict(store.db, { limit: 9 })).length === 2);
    await does(resumeSetting)({ section: 'source', name: 'taro' });
    await eventually(async () => (await mailsWithoutVerdict(store.db, { limit: 9 })).length === 3);
  });
});
