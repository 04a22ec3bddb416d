import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginCode, type CodeProvider, codeProvider, endCode } from '../../../src/intake/index.ts';
import { startTokenServer, type TestTokenServer } from '../../support/token-server.ts';

const REDIRECT = 'https://desk.example.co.jp/mailboxes';

let server: TestTokenServer;
beforeAll(async () => {
  server = await startTokenServer('taro');
});
afterAll(() => server.stop());

const provider = (): CodeProvider => ({
  authorizeUrl: server.authorizeUrl,
  tokenUrl: server.url,
  scope: 'openid mail',
  parameters: { prompt: 'select_account' },
});
const client = () => ({ id: server.clientId, secret: server.clientSecret, redirect: REDIRECT });

const cameBack = async (person = 'taro@example.co.jp') => {
  const request = await beginCode(provider(), client());
  const back = new URL(server.signInAt(request.url, person));
  return { request, code: back.searchParams.get('code')!, state: back.searchParams.get('state') };
};

it('leads to the page where people choose who they are, and knows them again when they come back', async () => {
  const { request, code, state } = await cameBack();
  const asked = new URL(request.url).searchParams;
  expect(asked.get('prompt')).toBe('select_account');
  expect(asked.get('code_challenge_method')).toBe('S256');
  expect(asked.get('redirect_uri')).toBe(REDIRECT);
  expect(request.url).not.toContain(request.verifier);
  expect(state).toBe(request.state);
  expect(await endCode(provider(), client(), request, code)).toEqual({
    refreshToken: expect.stringMatching(/^refresh-/),
    signedIn: 'taro@example.co.jp',
  });
});

it('takes a code once, and only of the one who asked', async () => {
  const { request, code } = await cameBack();
  const stranger = await beginCode(provider(), client());
  await expect(endCode(provider(), client(), stranger, code)).rejects.toMatchObject({ code: 'revoked' });
  await expect(endCode(provider(), client(), request, code)).rejects.toMatchObject({ code: 'revoked' });
});

it('says that the client secret is wrong', async () => {
  const { request, code } = await cameBack();
  await expect(endCode(provider(), { ...client(), secret: 'wrong' }, request, code)).rejects.toMatchObject({
    code: 'client-secret',
  });
});

it('asks Microsoft for a token that lasts, and Google for consent, without which it gives none', () => {
  const microsoft = codeProvider({ provider: 'microsoft', tenant: 'example.co.jp' });
  expect(microsoft.authorizeUrl).toBe('https://login.microsoftonline.com/example.co.jp/oauth2/v2.0/authorize');
  expect(microsoft.scope).toContain('offline_access');
  expect(microsoft.parameters).toEqual({ prompt: 'select_account' });
  expect(codeProvider({ provider: 'google' }).parameters).toEqual({
    prompt: 'select_account consent',
    access_type: 'offline',
  });
});
