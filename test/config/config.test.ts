import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from '../../src/config/index.ts';
import { shipped } from '../../src/util/paths.ts';

const _example = readFileSync(shipped('komainu.example.yaml'), 'utf8');
const imap = (more = '') =>
  `sources:\n  - name: support\n    kind: imap\n    host: imap.example.jp\n    user: support@example.jp\n${more}`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'komainu-config-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function load(yaml: string, env: NodeJS.ProcessEnv = {}) {
  writeFileSync(join(folder, 'komainu.yaml'), yaml);
  return loadConfig(null, env, folder);
}

function complaint(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message;
  }
  throw new Error('nothing was wrong');
}

describe('without a configuration', () => {
  it('starts sample mode: a watched inbox, everything embedded, this machine only', () => {
    const { config, secrets } = loadConfig(null, {}, folder);
    expect(config).toMatchObject({
      sample: true,
      file: null,
      dataPath: join(folder, 'data/sample'),
      web: { host: '127.0.0.1', port: 8787 },
      sources: [{ name: 'sample', kind: 'directory', path: join(folder, 'data/sample/inbox') }],
    });
    expect(secrets).toEqual({
      passwords: new Map(),
      smtpPassword: null,
      channels: new Map(),
      signIns: new Map(),
      providers: new Map(),
      store: { kind: 'pglite', path: join(folder, 'data/sample/store') },
      queue: { kind: 'store' },
    });
  });

  it('keeps sample mode away from real databases named in the environment', () => {
    const env = { DATABASE_URL: 'postgres://db.example.jp/real', REDIS_URL: 'redis://queue.example.jp' };
    const { secrets } = loadConfig(null, env, folder);
    expect(secrets.store.kind).toBe('pglite');
    expect(secrets.queue.kind).toBe('store');
  });
});

describe('which file is read', () => {
  it('takes komainu.yaml of the working directory, with data apart from the samples', () => {
    const { config } = load('company: { name: みほん }');
    expect(config).toMatchObject({
      sample: false,
      company: { name: 'みほん' },
      dataPath: join(folder, 'data/komainu'),
    });
  });

  it('prefers the option to KOMAINU_CONFIG, and either to komainu.yaml', () => {
    load('company: { name: default }');
    writeFileSync(join(folder, 'a.yaml'), 'company: { name: option }');
    writeFileSync(join(folder, 'b.yaml'), 'company: { name: variable }');
    const env = { KOMAINU_CONFIG: 'b.yaml' };
    expect(loadConfig('a.yaml', env, folder).config.company.name).toBe('option');
    expect(loadConfig(null, env, folder).config.company.name).toBe('variable');
  });

  it('says what to do when the named file is missing, and does not fall back to sample mode', () => {
    const message = complaint(() => loadConfig('missing.yaml', {}, folder));
    expect(message).toContain(join(folder, 'missing.yaml'));
    expect(message).toContain('KOMAINU_CONFIG');
  });

  it('resolves relative paths from where the file lies', () => {
    mkdirSync(join(folder, 'etc'));
    const yaml = 'store: { path: ../data }\nsources: [{ name: box, kind: directory, path: mails }]';
    writeFileSync(join(folder, 'etc/k.yaml'), yaml);
    const { config } = loadConfig('etc/k.yaml', {}, folder);
    expect(config.dataPath).toBe(join(folder, 'data'));
    expect(config.sources[0]).toMatchObject({ path: join(folder, 'etc/mails') });
  });
});

describe('what is wrong is named with file, line and path', () => {
  it.each([
    ['an unknown key', 'web:\n  prot: 80\n', 2, 'web.prot'],
    ['an unknown section', '# mine\nwebb:\n  port: 80\n', 2, 'webb'],
    ['a value of the wrong kind', 'web:\n  host: 127.0.0.1\n  port: eighty\n', 3, 'web.port'],
    ['a value out of range', 'settings:\n  pollSeconds: 0\n', 2, 'settings.pollSeconds'],
    ['a missing key', 'sources:\n  - name: support\n    kind: imap\n    user: a\n', 2, 'sources.0.host'],
    ['an unknown kind of source', 'sources:\n  - name: a\n    kind: pop3\n', 3, 'sources.0.kind'],
    ['a source name that no variable can carry', imap().replace('name: support', 'name: 窓口'), 2, 'sources.0.name'],
    ['a password in the file', imap('    password: hunter2\n'), 6, 'sources.0.password'],
    ['an unknown time zone', 'company:\n  timeZone: Japan/Kyoto\n', 2, 'company.timeZone'],
    ['a backfill that is no number of days', imap('    backfill: 1 month\n'), 6, 'sources.0.backfill'],
    ['two sources of one name', 'sources:\n  - &a { name: a, kind: directory, path: x }\n  - *a\n', 1, 'sources'],
  ])('%s', (_, yaml, line, path) => {
    const place = `${join(folder, 'komainu.yaml')}:${line}:`;
    const problem = complaint(() => load(yaml))
      .split('\n')
      .find((text) => text.startsWith(place));
    expect(problem).toContain(` ${path}: `);
  });

  it('broken YAML: its line', () => {
    expect(complaint(() => load('web:\n  host: "127.0.0.1\n  port: 1\n'))).toMatch(/komainu\.yaml:[234]:/);
  });

  it('everything at once, not only the first', () => {
    const message = complaint(() => load('web: { port: -1 }\nretention: { greyDays: 0 }\n'));
    expect(message).toContain('web.port');
    expect(message).toContain('retention.greyDays');
  });

  it.each(['eighty', '-1', '65536', '80.5'])('PORT=%s', (PORT) => {
    expect(complaint(() => load('{}', { PORT }))).toContain('PORT');
  });
});

describe('the environment', () => {
  const yaml =
    'store: { url: "postgres://file.example.jp/k" }\nqueue: { url: "redis://file.example.jp" }\nweb: { port: 1 }';

  it('wins over the file', () => {
    const env = { DATABASE_URL: 'postgres://env.example.jp/k', REDIS_URL: 'redis://env.example.jp', PORT: '9000' };
    expect(load(yaml, env)).toMatchObject({
      secrets: {
        store: { kind: 'postgres', url: 'postgres://env.example.jp/k' },
        queue: { kind: 'redis', url: 'redis://env.example.jp' },
      },
      config: { web: { port: 9000 } },
    });
  });

  it('leaves the file in force where it is silent or empty', () => {
    expect(load(yaml, { DATABASE_URL: '', REDIS_URL: '', PORT: '' })).toMatchObject({
      secrets: {
        store: { kind: 'postgres', url: 'postgres://file.example.jp/k' },
        queue: { kind: 'redis', url: 'redis://file.example.jp' },
      },
      config: { web: { port: 1 } },
    });
  });
});

describe('passwords', () => {
  it('come from the environment before the file, and never enter the config', () => {
    writeFileSync(join(folder, 'secret'), 'from-file\n');
    const yaml = imap('    passwordFile: secret\n').replace('name: support', 'name: support-tokyo');
    const env = { KOMAINU_PASSWORD_SUPPORT_TOKYO: 'from-environment' };
    expect(load(yaml, env).secrets.passwords.get('support-tokyo')).toBe('from-environment');
    const fromFile = load(yaml);
    expect(fromFile.secrets.passwords.get('support-tokyo')).toBe('from-file'); // its line end cut off
    for (const { config } of [load(yaml, env), fromFile]) expect(JSON.stringify(config)).not.toMatch(/from-(env|file)/);
  });

  it('keep their own white space', () => {
    writeFileSync(join(folder, 'secret'), ' two  words \r\n');
    expect(load(imap('    passwordFile: secret\n')).secrets.passwords.get('support')).toBe(' two  words ');
  });

  it('may be missing: the source itself says so', () => {
    expect(load(imap()).secrets.passwords.has('support')).toBe(false);
  });

  it('from a file that cannot be read are a configuration error that names the file', () => {
    expect(complaint(() => load(imap('    passwordFile: nowhere\n')))).toContain(join(folder, 'nowhere'));
  });
});

describe('signIn', () => {
  const microsoft = '    signIn: { provider: microsoft, tenant: example.jp, clientId: app-1 }\n';

  it('has the usual grant of its provider', () => {
    const grantOf = (more: string) => load(imap(more)).config.sources[0];
    expect(grantOf(microsoft)).toMatchObject({ signIn: { grant: 'client-credentials' } });
    expect(grantOf('    signIn: { provider: google }\n')).toMatchObject({ signIn: { grant: 'service-account' } });
  });

  it('takes its secrets from the environment before the files, and never into the config', () => {
    for (const name of ['client', 'refresh', 'key']) writeFileSync(join(folder, name), `${name}-from-file\n`);
    const files = 'clientSecretFile: client, refreshTokenFile: refresh, keyFile: key';
    const { config, secrets } = load(imap(microsoft.replace(' }', `, ${files} }`)), {
      KOMAINU_REFRESH_TOKEN_SUPPORT: 'refresh-from-environment',
    });
    expect(secrets.signIns.get('support')).toEqual({
      clientSecret: 'client-from-file',
      refreshToken: 'refresh-from-environment',
      serviceAccountKey: 'key-from-file',
    });
    expect(config.sources[0]).toMatchObject({ signIn: { keyFile: join(folder, 'key') } });
    expect(JSON.stringify(config)).not.toMatch(/from-(env|file)/);
  });

  it('names the file that cannot be read', () => {
    const message = complaint(() => load(imap(microsoft.replace(' }', ', clientSecretFile: nowhere }'))));
    expect(message).toContain(`sources.support.signIn.clientSecretFile: ${join(folder, 'nowhere')}`);
  });

  it.each([
    ['a password file beside it', `    passwordFile: x\n${microsoft}`, 'signIn: give passwordFile or signIn'],
    ['a client secret in the file', microsoft.replace(' }', ', clientSecret: x }'), 'signIn.clientSecret: unknown key'],
    ['Microsoft without a tenant', '    signIn: { provider: microsoft, clientId: a }\n', 'signIn.tenant: '],
    ['a tenant that is a path', microsoft.replace('example.jp', 'a/../b'), 'signIn.tenant: '],
    ['a service account at Microsoft', microsoft.replace(' }', ', grant: service-account }'), 'signIn.grant: '],
    ['a refresh token of no client', '    signIn: { provider: google, grant: refresh-token }\n', 'signIn.clientId: '],
    ['an unknown provider', '    signIn: { provider: yahoo }\n', 'signIn.provider: '],
  ])('cannot have %s', (_, more, expected) => {
    expect(complaint(() => load(imap(more)))).toContain(expected);
  });

  it.each(['http://token.example.jp/', 'https://taro:himitsu@token.example.jp/', 'token.example.jp', ''])(
    'sends no secret to "%s"',
    (tokenUrl) => {
      const custom = `provider: custom, grant: refresh-token, clientId: a, tokenUrl: "${tokenUrl}"`;
      const message = complaint(() => load(imap(`    signIn: { ${custom} }\n`)));
      expect(message).toContain('signIn.tokenUrl: write an https:// address');
      expect(message).not.toContain('himitsu');
    },
  );
});

describe('an IMAP source', () => {
  it.each([
    ['tls, unless told otherwise', '', 993],
    ['starttls', '    security: starttls\n', 143],
    ['none', '    security: none\n', 143],
    ['a port of its own', '    port: 1993\n', 1993],
  ])('has the port of its security: %s', (_, more, port) => {
    expect(load(imap(more)).config.sources[0]).toMatchObject({ port });
  });

  it.each([
    ['folder and folders at once', '    folder: A\n    folders: [B]\n', 'sources.0.folders'],
    ['no folder at all', '    folders: []\n', 'sources.0.folders'],
    ['marks on sent mails', '    direction: sent\n    mark: { keyword: $Harassment }\n', 'sources.0.mark'],
    ['a mark that does nothing', '    mark: {}\n', 'sources.0.mark'],
    ['a keyword that no server takes', '    mark: { keyword: "\\\\Seen" }\n', 'sources.0.mark.keyword'],
    [
      'a watched folder that mails are moved to',
      '    folders: [INBOX, 隔離]\n    mark: { moveTo: 隔離 }\n',
      'sources.0.mark.moveTo',
    ],
  ])('cannot have %s', (_, more, path) => {
    expect(complaint(() => load(imap(more)))).toContain(`${path}: `);
  });

  it('takes folders and marks', () => {
    const more = '    folders: [INBOX, "Support/*"]\n    mark: { keyword: $Harassment, moveTo: 隔離 }\n';
    expect(load(imap(more)).config.sources[0]).toMatchObject({
      folders: ['INBOX', 'Support/*'],
      mark: { keyword: '$Harassment', moveTo: '隔離' },
    });
  });

  it('counts its backfill in days', () => {
    expect(load(imap('    backfill: 30d\n')).config.sources[0]).toMatchObject({ backfill: 30 });
  });
});

describe('ordinary mails that are kept to be read', () => {
  it('are none unless somebody says so', () => {
    expect(load(imap()).config.spotChecks).toEqual({
      oneIn: null,
      days: 30,
      readers: 1,
      perDay: 10,
      exceptSources: [],
    });
  });

  it.each([
    ['a source that is not there', 'exceptSources: [suport]', /no source has the name suport/],
    ['a part of nothing', 'oneIn: 0', /oneIn/],
    ['a time that is too long', 'oneIn: 200, days: 400', /days/],
    ['three readers', 'readers: 3', /readers/],
  ])('are refused with %s', (_, keys, words) => {
    expect(complaint(() => load(imap(`spotChecks: { ${keys} }\n`)))).toMatch(words);
  });

  it('leave out a source that is there', () => {
    const { spotChecks } = load(imap('spotChecks: { oneIn: 200, exceptSources: [support] }\n')).config;
    expect(spotChecks).toMatchObject({ oneIn: 200, exceptSources: ['support'] });
  });
});
