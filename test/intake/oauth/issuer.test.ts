import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SignInConfig, SignInSecrets } from '../../../src/config/index.ts';
import { createIssuer, explainTokenTrouble, TokenTroubleError } from '../../../src/intake/oauth/index.ts';
import { tokenFile } from '../../../src/intake/oauth/kept-token.ts';
import { freePort } from '../../support/system.ts';
import { startTokenServer, type TestTokenServer } from '../../support/token-server.ts';

const user = 'desk@example.co.jp';
const scope = 'https://mail.example.com/';

let server: TestTokenServer;
let folder: string;
let logged: string[];
beforeEach(async () => {
  server = await startTokenServer(user);
  folder = mkdtempSync(join(tmpdir(), 'komainu-oauth-'));
  logged = [];
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const keptPath = (): string => join(folder, 'sign-in', 'support.json');

type Changes = Partial<Record<'tokenUrl' | 'clientId', string>> & { secrets?: Partial<SignInSecrets>; path?: string };

const signInWith = (grant: SignInConfig['grant'], { tokenUrl = server.url, clientId }: Changes): SignInConfig => ({
  provider: 'custom',
  grant,
  tokenUrl,
  scope,
  clientId: clientId ?? server.clientId,
});

function issuer(grant: SignInConfig['grant'], changes: Changes = {}) {
  const { clientSecret, refreshToken, serviceAccountKey } = server;
  const signIn = signInWith(grant, changes);
  const secrets = { clientSecret, refreshToken, serviceAccountKey, ...changes.secrets };
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });
  return createIssuer({ source: 'support', user, signIn, secrets, kept: tokenFile(changes.path ?? keptPath()), log });
}

async function sentenceOf(work: Promise<unknown>, signIn: SignInConfig): Promise<string> {
  const error = await work.then(
    () => null,
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(TokenTroubleError);
  return explainTokenTrouble(error as TokenTroubleError, 'support', signIn).sentence;
}

describe('an access token', () => {
  it.each(['client-credentials', 'refresh-token', 'service-account'] as const)('is issued for %s', async (grant) => {
    server.lifetimeSeconds = 1234;
    const token = await issuer(grant)();
    expect(token).toMatchObject({ accessToken: server.issued[0], lifetimeMs: 1_234_000 });
  });

  it('is asked for with the scope, and with a secret only where there is one', async () => {
    await issuer('client-credentials')();
    expect(server.requests[0]).toEqual({
      grant_type: 'client_credentials',
      client_id: server.clientId,
      client_secret: server.clientSecret,
      scope,
    });
    await issuer('refresh-token', { secrets: { clientSecret: null } })().catch(() => {});
    expect(server.requests[1]).not.toHaveProperty('client_secret');
  });

  it('is asked for by a service account in the name of the user, without another secret', async () => {
    await issuer('service-account')();
    expect(Object.keys(server.requests[0]!).toSorted()).toEqual(['assertion', 'grant_type']);
    const claims = JSON.parse(Buffer.from(server.requests[0]!.assertion!.split('.')[1]!, 'base64url').toString());
    expect(claims).toMatchObject({ iss: 'komainu@project.example.com', sub: user, scope, aud: server.url });
  });

  it('is taken from an answer that also tells who signed in', async () => {
    server.answer = { status: 200, body: { access_token: 'a', token_type: 'Bearer', id_token: 'not.to.be.read' } };
    expect(await issuer('refresh-token')()).toMatchObject({ accessToken: 'a', lifetimeMs: 300_000 });
  });
});

describe('a refresh token that changes at each use', () => {
  it('is kept over restarts, in a file that only its owner can read', async () => {
    await issuer('refresh-token')();
    await issuer('refresh-token')(); // a restart
    const third = issuer('refresh-token');
    await third();
    await third();
    expect(server.requests.map((one) => one.refresh_token)).toEqual([
      server.refreshToken,
      ...server.issued.filter((token) => token.startsWith('refresh')).slice(0, 3),
    ]);
    expect(statSync(keptPath()).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'sign-in')).mode & 0o777).toBe(0o700);
    expect(logged).toEqual([]);
  });

  it('gives way to a new one that a person sets', async () => {
    await issuer('refresh-token')();
    await issuer('refresh-token', { secrets: { refreshToken: 'set-anew' } })().catch(() => {});
    expect(server.requests[1]).toMatchObject({ refresh_token: 'set-anew' });
  });

  it('is found where another process has used up the one that was read', async () => {
    const mine = issuer('refresh-token');
    await mine();
    const newest = readFileSync(keptPath(), 'utf8');
    writeFileSync(keptPath(), newest.replace(/"token":"[^"]*"/, '"token":"used-up"'));
    server.answer = {
      status: 400,
      get body() {
        writeFileSync(keptPath(), newest); // while the server is asked
        server.answer = null;
        return { error: 'invalid_grant' };
      },
    };
    expect(await mine()).toHaveProperty('accessToken');
    expect(server.requests[1]).toMatchObject({ refresh_token: 'used-up' });
  });

  it('is known to the process when it cannot be written, and no log shows it', async () => {
    mkdirSync(`${keptPath()}.${process.pid}`, { recursive: true }); // where the file is written first
    const issue = issuer('refresh-token');
    await issue();
    await issue();
    expect(server.requests[1]).toMatchObject({ refresh_token: server.issued[1] });
    expect(logged.join()).toContain('cannot be kept');
    for (const token of server.issued) expect(logged.join()).not.toContain(token);
  });

  it('that cannot be read is trouble, not a reason to use up the configured one', async () => {
    writeFileSync(join(folder, 'file'), '');
    const issuing = issuer('refresh-token', { path: join(folder, 'file', 'support.json') })();
    expect(await sentenceOf(issuing, signInWith('refresh-token', {}))).toMatch(/sign-in フォルダの権限/);
    expect(server.requests).toEqual([]);
  });

  it('that the provider does not change leaves no file', async () => {
    server.answer = { status: 200, body: { access_token: 'a', token_type: 'Bearer', expires_in: 60 } };
    await issuer('refresh-token')();
    expect(existsSync(keptPath())).toBe(false);
  });
});

describe('what is wrong is said in one sentence', () => {
  const microsoft = (number: string, error = 'invalid_client') => ({
    error,
    error_description: `AADSTS${number}: Messages with desk@example.co.jp. Trace ID: 1`,
  });

  it.each([
    [
      'a wrong secret',
      'client-credentials',
      401,
      { error: 'invalid_client' },
      /シークレットを受け付けません.*\(invalid_client\)/,
    ],
    [
      'a wrong secret (M365)',
      'client-credentials',
      401,
      microsoft('7000215'),
      /シークレットの ID ではなく「値」.*AADSTS7000215/,
    ],
    [
      'an expired secret (M365)',
      'client-credentials',
      401,
      microsoft('7000222'),
      /期限が切れています.*has expired.*AADSTS7000222/,
    ],
    [
      'an unknown app (M365)',
      'client-credentials',
      400,
      microsoft('700016', 'unauthorized_client'),
      /clientId のアプリがありません/,
    ],
    [
      'an unknown tenant (M365)',
      'client-credentials',
      400,
      microsoft('90002', 'invalid_request'),
      /tenant のテナントがありません/,
    ],
    ['no consent (M365)', 'refresh-token', 400, microsoft('65001', 'invalid_grant'), /同意を与えてください/],
    [
      'a revoked refresh token',
      'refresh-token',
      400,
      { error: 'invalid_grant' },
      /失効したか、取り消されています.*revoked/,
    ],
    [
      'a refresh token not used for long (M365)',
      'refresh-token',
      400,
      microsoft('700082', 'invalid_grant'),
      /失効したか/,
    ],
    ['a scope that is not allowed', 'refresh-token', 400, { error: 'invalid_scope' }, /scope が許されていません/],
    [
      'no delegation (Google)',
      'service-account',
      401,
      {
        error: 'unauthorized_client',
        error_description:
          'Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.',
      },
      /ドメイン全体の委任/,
    ],
    [
      'a deleted key (Google)',
      'service-account',
      400,
      { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' },
      /鍵が削除・無効化/,
    ],
    [
      'an unknown user (Google)',
      'service-account',
      400,
      { error: 'invalid_grant', error_description: 'Invalid email or User ID' },
      /user の利用者がこの Workspace にいません/,
    ],
    [
      'a wrong clock (Google)',
      'service-account',
      400,
      {
        error: 'invalid_grant',
        error_description:
          'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.',
      },
      /時計がずれて/,
    ],
    [
      'another refusal',
      'client-credentials',
      400,
      { error: 'unsupported_grant_type' },
      /発行を断りました.*\(unsupported_grant_type\)/,
    ],
    ['a server in trouble', 'client-credentials', 503, { error: 'server_error' }, /正しく応答しません.*tried again/],
    ['too many requests', 'client-credentials', 429, { error: 'slow_down' }, /正しく応答しません/],
    ['a page instead of an answer', 'client-credentials', 200, '<html>Proxy login</html>', /正しく応答しません/],
    ['an answer without a token', 'client-credentials', 200, { token_type: 'Bearer' }, /正しく応答しません/],
    ['an answer without end', 'client-credentials', 200, 'x'.repeat(1024 * 1024), /正しく応答しません/],
    ['hostile codes', 'client-credentials', 400, { error: '<b>desk@example.co.jp</b>' }, /発行を断りました[^(<]*$/],
  ] as const)('%s', async (_, grant, status, body, expected) => {
    server.answer = { status, body };
    const sentence = await sentenceOf(issuer(grant)(), signInWith(grant, {}));
    expect(sentence).toMatch(expected);
    expect(sentence).not.toMatch(/Words with|@/);
    for (const word of [server.clientSecret, server.refreshToken]) expect(sentence).not.toContain(word);
  });

  it('a token server that nobody reaches', async () => {
    const tokenUrl = `http://127.0.0.1:${await freePort()}/token`;
    const signIn = signInWith('client-credentials', { tokenUrl });
    expect(await sentenceOf(issuer('client-credentials', { tokenUrl })(), signIn)).toMatch(
      /127\.0\.0\.1:\d+ に接続できません/,
    );
  });

  it.each([
    ['client-credentials', { clientSecret: null }, 'KOMAINU_CLIENT_SECRET_SUPPORT か signIn.clientSecretFile'],
    ['refresh-token', { refreshToken: null }, 'KOMAINU_REFRESH_TOKEN_SUPPORT か signIn.refreshTokenFile'],
    ['service-account', { serviceAccountKey: null }, 'KOMAINU_SERVICE_ACCOUNT_KEY_SUPPORT か signIn.keyFile'],
    ['service-account', { serviceAccountKey: '{"private_key":"himitsu"}' }, '鍵を読めません'],
  ] as const)('a secret of %s that is missing or no secret', async (grant, secrets, expected) => {
    expect(await sentenceOf(issuer(grant, { secrets })(), signInWith(grant, {}))).toContain(expected);
    expect(server.requests).toEqual([]);
  });
});
