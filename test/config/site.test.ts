import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesIn, loadConfig, loadKeys, readSite, type SiteSetting, withSite } from '../../src/config/index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'komainu-site-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const load = (yaml: string, env: NodeJS.ProcessEnv = {}) => {
  writeFileSync(join(folder, 'komainu.yaml'), yaml);
  return loadConfig(null, env, folder);
};

const mailbox = { kind: 'imap', host: 'imap.example.jp', user: 'support@example.jp' };
const source = (
  name: string,
  value: object = mailbox,
  secrets: SiteSetting['secrets'] = { password: '秘密' },
): SiteSetting => ({
  ...{ section: 'source', name, value, secrets },
});

describe('file, environment and store together', () => {
  const yaml = `company:
  name: 株式会社みほん
sources:
  - { name: support, kind: imap, host: old.example.jp, user: support@example.jp }
`;

  it('what the file says wins, by name for sources and by section for the rest', () => {
    const loaded = load(yaml, { KOMAINU_PASSWORD_SUPPORT: 'of the environment' });
    const rows = [
      source('support'),
      source('sales'),
      { section: 'company', name: '', value: { name: 'ほか' }, secrets: {} },
      { section: 'retention', name: '', value: { greyDays: 7 }, secrets: {} },
    ] as const;
    const { config, secrets } = withSite(loaded, rows, {});
    expect(config.sources.map(({ name, ...one }) => [name, 'host' in one && one.host])).toEqual([
      ['support', 'old.example.jp'],
      ['sales', 'imap.example.jp'],
    ]);
    expect(config.sources[1]).toMatchObject({ port: 993, folder: 'INBOX' });
    expect(config.company.name).toBe('株式会社みほん');
    expect(config.retention).toMatchObject({ greyDays: 7, verdictDays: 180 });
    expect([...secrets.passwords]).toEqual([
      ['support', 'of the environment'],
      ['sales', '秘密'],
    ]);
  });

  it('a secret of the environment wins over the one that is kept', () => {
    const { secrets } = withSite(load(''), [source('sales')], { KOMAINU_PASSWORD_SALES: 'newer' });
    expect(secrets.passwords.get('sales')).toBe('newer');
  });

  it('says in which line of the file something stands', () => {
    const { written } = load(yaml);
    expect([...written].map(([key, { line }]) => [key, line])).toEqual([
      ['source/support', 4],
      ['company/', 1],
    ]);
  });

  it('a setting that this version cannot read keeps nothing else from working', () => {
    const { config } = withSite(load(''), [source('a', { kind: 'pop3' }), source('b')], {});
    expect(config.sources.map(({ name }) => name)).toEqual(['b']);
  });

  it('a channel of mails waits until there is a server', () => {
    const channel: SiteSetting = {
      section: 'channel',
      name: 'lead',
      value: { kind: 'mail', to: ['a@example.jp'] },
      secrets: {},
    };
    const smtp: SiteSetting = {
      section: 'smtp',
      name: '',
      value: { host: 'smtp.example.jp', from: 'a@example.jp' },
      secrets: {},
    };
    expect(withSite(load(''), [channel], {}).config.notify.channels).toEqual([]);
    expect(withSite(load(''), [channel, smtp], {}).config.notify.channels).toHaveLength(1);
  });
});

it('names what is wrong with a value by its keys', () => {
  const wrong = readSite({ section: 'source', name: 'a' }, { kind: 'imap', host: '', port: 0, colour: 'red' });
  expect('problems' in wrong && wrong.problems.map(({ path }) => path).sort()).toEqual([
    'colour',
    'host',
    'port',
    'user',
  ]);
});

it('finds the keys that name files of the machine', () => {
  const value = { ...mailbox, ca: '/etc/ca.pem', passwordFile: '/etc/shadow', signIn: { keyFile: '/etc/key' } };
  expect(filesIn(value)).toEqual(['passwordFile', 'ca', 'signIn.keyFile']);
});

describe('without a file', () => {
  it('starts for real where data were begun for real', () => {
    mkdirSync(join(folder, 'data/komainu'), { recursive: true });
    const { config } = loadConfig(null, {}, folder);
    expect(config).toMatchObject({ sample: false, file: null, dataPath: join(folder, 'data/komainu'), sources: [] });
  });

  it('a part by itself needs a database alone', () => {
    const env = { DATABASE_URL: 'postgres://db.example.jp/real' };
    const { config, secrets } = loadConfig(null, env, folder, true);
    expect([config.sample, secrets.store.kind]).toEqual([false, 'postgres']);
  });
});

describe('a sealed secret', () => {
  it('opens with the same key, for what it was sealed for', async () => {
    const { seal, unseal } = await loadKeys(folder, {});
    const sealed = seal('合言葉', 'source/support');
    expect(unseal(sealed, 'source/support')).toBe('合言葉');
    expect(Buffer.from(sealed).includes('合言葉')).toBe(false);
    expect(seal('合言葉', 'source/support')).not.toEqual(sealed);
  });

  it.each([
    ['another key', async () => (await loadKeys(folder, { KOMAINU_SECRET: 'another' })).unseal, 'source/support', 0],
    ['something else', async () => (await loadKeys(folder, {})).unseal, 'source/sales', 0],
    ['a changed byte', async () => (await loadKeys(folder, {})).unseal, 'source/support', 1],
  ])('does not open for %s', async (_, unsealing, about, change) => {
    const sealed = (await loadKeys(folder, {})).seal('合言葉', 'source/support');
    sealed[sealed.length - 1]! ^= change;
    expect((await unsealing())(sealed, about)).toBeNull();
  });
});
