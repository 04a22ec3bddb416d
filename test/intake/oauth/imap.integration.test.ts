import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ImapSourceConfig, SignInConfig } from '../../../src/config/index.ts';
import { createSignIns, imapSource } from '../../../src/intake/index.ts';
import { eventually } from '../../support/eventually.ts';
import { type MemoryState, memoryState } from '../../support/memory-state.ts';
import { describeWithServer, startDovecot, type TestDovecot } from '../../support/servers.ts';
import { startProxy } from '../../support/tcp-proxy.ts';
import { startTokenServer, type TestTokenServer } from '../../support/token-server.ts';

const RARELY = 3_600_000;
const mail = (subject: string): Buffer =>
  Buffer.from(`From: taro@example.jp\r\nSubject: ${subject}\r\n\r\nこんにちは\r\n`);

/** Dovecot 2.4 asks the token server whether a token is good, and whose it is. */
const introspecting = (url: string): string => `
auth_mechanisms = plain login xoauth2 oauthbearer
oauth2 {
  introspection_mode = post
  introspection_url = ${url}
  username_attribute = username
  active_attribute = active
  active_value = true
}
`;

describeWithServer('dovecot', 'an IMAP source that signs in with tokens', () => {
  let tokens: TestTokenServer;
  let server: TestDovecot;
  let folder: string;
  let logged: string[];
  let stop: (() => Promise<void>)[];
  beforeAll(async () => {
    tokens = await startTokenServer('taro');
    server = await startDovecot({ users: ['taro', 'hanako'], more: () => introspecting(tokens.introspectionUrl) });
    await server.deliver(mail('before'));
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'komainu-sign-in-'));
    logged = [];
    stop = [];
    tokens.lifetimeSeconds = 3600;
    tokens.consent();
  });
  afterEach(async () => {
    for (const one of stop.reverse()) await one();
    rmSync(folder, { recursive: true });
    for (const secret of [tokens.clientSecret, tokens.refreshToken, ...tokens.issued])
      expect(logged.join('\n')).not.toContain(secret);
  });
  afterAll(async () => {
    await server.stop();
    await tokens.stop();
  });

  function sourceWith(grant: SignInConfig['grant'], changes: Partial<ImapSourceConfig> = {}) {
    const { url: tokenUrl, clientId, clientSecret, refreshToken, serviceAccountKey } = tokens;
    const config: ImapSourceConfig = {
      name: 'support',
      kind: 'imap',
      host: server.host,
      port: server.port,
      security: 'tls',
      ca: server.caFile,
      user: server.user,
      signIn: { provider: 'custom', grant, tokenUrl, scope: 'https://mail.example.com/', clientId },
      folder: 'INBOX',
      folders: null,
      direction: 'in',
      unopened: 'fold',
      backfill: null,
      mark: null,
      ...changes,
    };
    const secrets = {
      passwords: new Map(),
      signIns: new Map([['support', { clientSecret, refreshToken: refreshToken, serviceAccountKey }]]),
    };
    const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
    const signIn = createSignIns({ dataPath: folder }, secrets, log)(config);
    return imapSource(config, { signIn, pollMs: RARELY, log });
  }

  function watch(state: MemoryState, source = sourceWith('client-credentials')): void {
    const abort = new AbortController();
    const done = source.watch(state, abort.signal);
    stop.push(async () => {
      abort.abort();
      await done;
      for (const secret of [tokens.clientSecret, ...tokens.issued])
        expect([...state.reports, ...state.notes].join('\n')).not.toContain(secret);
    });
  }

  const isWell = (state: MemoryState) => eventually(() => state.trouble() === null);

  it.each(['client-credentials', 'refresh-token', 'service-account'] as const)('signs in with %s', async (grant) => {
    await expect(sourceWith(grant).check()).resolves.toMatch(/INBOX を開けました/);
  });

  it.each([
    ['OAUTHBEARER', null],
    ['XOAUTH2', 'AUTH=OAUTHBEARER'],
  ])('speaks %s', async (mechanism, hidden) => {
    const proxy = await startProxy(server.starttlsPort, hidden);
    stop.push(() => proxy.stop());
    await sourceWith('client-credentials', { port: proxy.port, security: 'none' }).check();
    expect(proxy.said.join('\n')).toContain(`AUTHENTICATE ${mechanism}`);
  });

  it('signs in over STARTTLS', async () => {
    const changes = { port: server.starttlsPort, security: 'starttls' } as const;
    await expect(sourceWith('client-credentials', changes).check()).resolves.toMatch(/INBOX/);
  });

  it('goes on when its token ends while it watches', async () => {
    tokens.lifetimeSeconds = 1;
    const state = memoryState();
    watch(state);
    await isWell(state);
    await server.deliver(mail('before the end'));
    await eventually(() => state.mails.length === 1);
    const first = tokens.issued.at(-1);
    const ended = Date.now() + 1000;
    await eventually(() => Date.now() > ended);
    await server.restart(); // every connection is lost, and the old token opens no new one
    await server.deliver(mail('after the end'));
    await eventually(() => state.mails.length === 2);
    expect(tokens.issued.at(-1)).not.toBe(first);
    expect(state.reports.join('\n')).not.toContain('トークン');
  });

  it('goes on when its token is revoked, and another one is issued', async () => {
    const state = memoryState();
    watch(state);
    await isWell(state);
    tokens.revoke('access');
    await server.restart();
    await server.deliver(mail('after the revocation'));
    await eventually(() => state.mails.length === 1);
    expect(state.reports.join('\n')).not.toContain('トークン');
  });

  it('says that its refresh token is revoked', async () => {
    const state = memoryState();
    watch(state, sourceWith('refresh-token'));
    await isWell(state);
    tokens.revoke('all');
    await server.restart();
    await eventually(() => /リフレッシュトークンが失効したか、取り消されています.*revoked/.test(state.trouble() ?? ''));
  });

  it('signs in again after a restart with the refresh token that it was given last', async () => {
    await sourceWith('refresh-token').check();
    await expect(sourceWith('refresh-token').check()).resolves.toMatch(/INBOX/);
  });

  it('watches several folders with one token', async () => {
    for (const name of ['A', 'B']) await server.deliver(mail('x'), name);
    const state = memoryState();
    const asked = tokens.requests.length;
    watch(state, sourceWith('client-credentials', { folders: ['INBOX', 'A', 'B'] }));
    await eventually(() => [...state.parts.values()].filter((part) => part.trouble() === null).length === 3);
    expect(tokens.requests.length - asked).toBe(1);
  });

  it('says that the mailbox is not open to a token that is good for another', async () => {
    const source = sourceWith('client-credentials', { user: 'hanako' });
    await expect(source.check()).rejects.toThrow(/トークンを受け付けません。user と scope.*does not accept the token/);
  });

  it('says that the certificate of the token server cannot be verified', async () => {
    const [cert, key] = ['cert.pem', 'key.pem'].map((name) => readFileSync(join(dirname(server.caFile), name)));
    const web = createServer({ cert, key }).listen(0, '127.0.0.1');
    await once(web, 'listening');
    stop.push(async () => void web.close());
    const tokenUrl = `https://127.0.0.1:${(web.address() as AddressInfo).port}/token`;
    const signIn = { provider: 'custom', grant: 'client-credentials', tokenUrl, clientId: 'app-1' } as const;
    const source = sourceWith('client-credentials', { signIn });
    await expect(source.check()).rejects.toThrow(/証明書を検証できません.*NODE_EXTRA_CA_CERTS/);
  });
});
