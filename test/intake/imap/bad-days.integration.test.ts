import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImapSourceConfig } from '../../../src/config/index.ts';
import { type ImapOptions, imapSource } from '../../../src/intake/index.ts';
import { eventually } from '../../support/eventually.ts';
import { type MemoryState, memoryState } from '../../support/memory-state.ts';
import { describeWithServer, startDovecot, type TestDovecot } from '../../support/servers.ts';
import { byPassword } from '../../support/sign-in.ts';
import { startFakeImap, startProxy } from '../../support/tcp-proxy.ts';

const RARELY = 3_600_000;
const log = pino({ level: 'silent' });
const mail = (subject: string): Buffer =>
  Buffer.from(`From: taro@example.jp\r\nSubject: ${subject}\r\n\r\nこんにちは\r\n`);
const subjects = (state: MemoryState): string[] =>
  state.mails.map(({ raw }) => /^Subject: (.*)\r$/m.exec(Buffer.from(raw).toString())?.[1] ?? '');

const plain = (port: number, user: string, changes: Partial<ImapSourceConfig> = {}): ImapSourceConfig => ({
  name: 'support',
  kind: 'imap',
  host: '127.0.0.1',
  port,
  security: 'none',
  user,
  folder: 'INBOX',
  folders: null,
  direction: 'in',
  unopened: 'fold',
  backfill: null,
  mark: null,
  ...changes,
});

function watch(state: MemoryState, config: ImapSourceConfig, options: Partial<ImapOptions> = {}) {
  const abort = new AbortController();
  const source = imapSource(config, { signIn: byPassword('himitsu'), pollMs: RARELY, log, ...options });
  const done = source.watch(state, abort.signal);
  return {
    async [Symbol.asyncDispose]() {
      abort.abort();
      await done;
    },
  };
}

describeWithServer('dovecot', 'an IMAP source on a bad day', () => {
  let server: TestDovecot;
  beforeAll(async () => {
    server = await startDovecot();
    await server.deliver(mail('before'));
  });
  afterAll(() => server.stop());

  it('finds its mails by its poll where the server has no IDLE', async () => {
    const proxy = await startProxy(server.starttlsPort, 'IDLE');
    const state = memoryState();
    {
      await using _ = watch(state, plain(proxy.port, server.user), { signIn: byPassword(server.password), pollMs: 50 });
      await eventually(() => state.trouble() === null);
      await server.deliver(mail('polled'));
      await eventually(() => state.mails.length === 1);
    }
    expect(subjects(state)).toEqual(['polled']);
    expect(proxy.said.some((line) => / IDLE$/.test(line))).toBe(false);
    await proxy.stop();
  });

  it('begins IDLE anew before the server forgets it, and is woken afterwards', async () => {
    const proxy = await startProxy(server.starttlsPort);
    const state = memoryState();
    {
      await using _ = watch(state, plain(proxy.port, server.user), {
        signIn: byPassword(server.password),
        idleMs: 100,
      });
      await eventually(() => proxy.said.filter((line) => / IDLE$/.test(line)).length >= 3);
      await server.deliver(mail('woken'));
      await eventually(() => state.mails.length === 1);
    }
    expect(proxy.said.filter((line) => line === 'DONE').length).toBeGreaterThanOrEqual(2);
    expect(subjects(state)).toEqual(['woken']);
    await proxy.stop();
  });

  it('misses and doubles no mail, wherever in a session the server hangs up', { timeout: 240_000 }, async () => {
    const folder = 'Cut';
    await server.deliver(mail('seed'), folder);
    const proxy = await startProxy(server.starttlsPort);
    const config = plain(proxy.port, server.user, { folder });
    const options = { signIn: byPassword(server.password) };
    const state = memoryState();
    {
      await using _ = watch(state, config, options);
      await eventually(() => state.trouble() === null);
    }
    for (let n = 0; n < 8; n++) await server.deliver(mail(`m${n}`), folder);
    let whole: number;
    {
      const other = memoryState({ cursor: await state.cursor() });
      await using _ = watch(other, config, options);
      await eventually(() => other.trouble() === null && other.mails.length === 8);
      whole = proxy.sent;
    }
    const step = Math.ceil(whole / 60);
    let cuts = 0;
    for (let at = 1; at < whole; at += step) {
      proxy.cutAfter = at;
      const reported = state.reports.length;
      const commits = state.commits;
      await using _ = watch(state, config, options);
      await eventually(() => state.reports.length > reported || state.commits > commits);
      cuts++;
    }
    proxy.cutAfter = null;
    {
      await using _ = watch(state, config, options);
      await eventually(() => state.trouble() === null && state.mails.length === 8);
    }
    expect(cuts).toBeGreaterThan(40);
    expect(subjects(state).toSorted()).toEqual(Array.from({ length: 8 }, (_, n) => `m${n}`));
    expect(state.mails.map(({ uid }) => uid)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    await proxy.stop();
  });
});

describe('an IMAP server that does not let a source in', () => {
  const capable = (tag: string, command: string): string =>
    command === 'CAPABILITY' ? `* CAPABILITY IMAP4rev1\r\n${tag} OK done` : '';

  it.each([
    ['has too many connections (greeting)', '* BYE Too many connections', 'OK', /同時接続が多すぎる.*more connections/],
    [
      'has too many connections (Gmail)',
      '* OK ready',
      'NO [ALERT] Too many simultaneous connections. (Failure)',
      /同時接続が多すぎる/,
    ],
    [
      'has too many connections (Dovecot)',
      '* OK ready',
      'NO [LIMIT] Maximum number of connections from user+IP exceeded (mail_max_userip_connections=10)',
      /同時接続が多すぎる/,
    ],
    [
      'limits the use',
      '* OK ready',
      'NO [OVERQUOTA] Account exceeded command or bandwidth limits. (Failure)',
      /利用を制限.*limits/,
    ],
    [
      'takes the logins for an attack',
      '* OK ready',
      'NO [AUTHENTICATIONFAILED] Too many login failures, try again later',
      /利用を制限/,
    ],
    [
      'refuses the password',
      '* OK ready',
      'NO [AUTHENTICATIONFAILED] Invalid credentials',
      /パスワードを受け付けません/,
    ],
    [
      'takes no password in the clear',
      '* OK ready',
      'NO [PRIVACYREQUIRED] Plaintext authentication disallowed on non-secure (SSL/TLS) connections.',
      /TLSで通信できません.*security/,
    ],
    ['is down for the moment', '* OK ready', 'NO [UNAVAILABLE] Temporary authentication failure.', /との通信に失敗/],
  ] as const)('says why: it %s', async (_, greeting, login, expected) => {
    const server = await startFakeImap(greeting, (tag, command) => capable(tag, command) || `${tag} ${login}`);
    const source = imapSource(plain(server.port, 'taro'), { signIn: byPassword('himitsu'), pollMs: RARELY, log });
    await expect(source.check()).rejects.toThrow(expected);
    await server.stop();
  });
});
