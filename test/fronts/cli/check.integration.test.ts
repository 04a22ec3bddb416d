import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startOidcServer } from '../../support/oidc-server.ts';
import { putEmptyStore } from '../../support/store.ts';
import { startTokenServer } from '../../support/token-server.ts';
import { komainu, workspace } from './support.ts';

it('`check` tries the sign-in of a source and says what is wrong, without a secret', { timeout: 60_000 }, async () => {
  const tokens = await startTokenServer('desk@example.co.jp');
  const signIn = `provider: custom, grant: refresh-token, clientId: ${tokens.clientId}, tokenUrl: "${tokens.url}"`;
  await using place = await workspace({
    'komainu.yaml': `
settings: { dictionaries: words }
store: { path: data }
sources:
  - name: support
    kind: imap
    host: imap.example.jp
    user: desk@example.co.jp
    signIn: { ${signIn}, clientSecretFile: client.secret, refreshTokenFile: refresh.token }
`,
    'client.secret': `${tokens.clientSecret}\n`,
    'refresh.token': `${tokens.refreshToken}\n`,
  });
  await putEmptyStore(join(place.path, 'data/store'));
  tokens.revoke('all');
  const { code, out, err } = await komainu(['check'], { cwd: place.path });
  const words = out.replace(/\s*│\s*\n?│?\s*/g, ''); // a sentence goes over several lines
  expect(words).toContain('リフレッシュトークンが失効したか、取り消されています。');
  expect(words).toContain('受信元 support');
  for (const secret of [tokens.clientSecret, tokens.refreshToken]) expect(out + err).not.toContain(secret);
  expect(code).toBe(1);
  await tokens.stop();
});

it('`check` asks the providers of the desk, and says what to register there', { timeout: 60_000 }, async () => {
  const oidc = await startOidcServer();
  const provider = `provider: oidc, issuer: "${oidc.issuer}", clientId: desk`;
  await using place = await workspace({
    'komainu.yaml': `
settings: { dictionaries: words }
store: { path: data }
web:
  url: https://desk.example.co.jp
  signIn:
    - { ${provider}, name: well, clientSecretFile: client.secret }
    - { ${provider}, name: no-secret }
    - { provider: oidc, name: gone, issuer: "http://127.0.0.1:9", clientId: desk, clientSecretFile: client.secret }
`,
    'client.secret': `${oidc.clientSecret}\n`,
  });
  await putEmptyStore(join(place.path, 'data/store'));
  const { code, out, err } = await komainu(['check'], { cwd: place.path });
  const words = out.replace(/\s*│\s*\n?│?\s*/g, '');
  expect(words).toContain('リダイレクト URI は https://desk.example.co.jp/sign-in/with/well/back です。');
  expect(words).toContain('シークレットを KOMAINU_SIGN_IN_NO_SECRET で渡してください。');
  expect(words).toContain('http://127.0.0.1:9/.well-known/openid-configuration を読めません。');
  expect(out + err).not.toContain(oidc.clientSecret);
  expect(code).toBe(1);
  await oidc.stop();
});

it('`check` says whether others on this machine can look into the data folder', { timeout: 60_000 }, async () => {
  await using place = await workspace();
  await mkdir(join(place.path, 'data'));
  await chmod(join(place.path, 'data'), 0o755);
  const words = (out: string) => out.replace(/\s*│\s*\n?│?\s*/g, '');
  const open = await komainu(['check'], { cwd: place.path });
  expect(words(open.out)).toContain('この機械のほかの利用者が');
  expect(open.code).toBe(1);
  const closed = await komainu(['check'], { cwd: place.path }); // the command has opened the store meanwhile
  expect(words(closed.out)).toContain('所有者だけが読めます');
  expect(closed.code).toBe(0);
});

it.each([
  ['ja', '3通あります', /[a-z]{3,} (is|does|holds|exist)|unknown key/],
  ['en', 'holds 3 mails', /[ぁ-んァ-ヶ一-龠]/],
])('`check` speaks one language at a time: %s', { timeout: 120_000 }, async (language, holds, other) => {
  await using place = await workspace({
    'komainu.yaml': `
settings: { dictionaries: words }
store: { path: data }
sources:
  - { name: inbox, kind: directory, path: inbox }
  - { name: gone, kind: directory, path: nowhere }
`,
    ...Object.fromEntries([1, 2, 3].map((n) => [`inbox/${n}.eml`, 'Subject: x\r\n\r\nx\r\n'])),
    'words/sexual.yaml': 'act: sexual\nlabel: { ja: Sexual, en: sexual }\nwieght: 3\n',
  });
  await putEmptyStore(join(place.path, 'data/store'));
  const { code, out, err } = await komainu(['--lang', language, 'check'], { cwd: place.path });
  expect(out).toContain(holds);
  expect(out + err).not.toMatch(other);
  expect(code).toBe(1);
});

it('`check --support` says what is wrong without naming anybody', { timeout: 120_000 }, async () => {
  await using place = await workspace({
    'komainu.yaml': `
settings: { dictionaries: words }
store: { path: data }
sources:
  - { name: uketsuke, kind: directory, path: no-such-inbox }
  - { name: hanbai, kind: imap, host: imap.komainu.invalid, user: hanbai@example.co.jp }
`,
  });
  await putEmptyStore(join(place.path, 'data/store'));
  const env = { KOMAINU_PASSWORD_HANBAI: 'himitsu' };
  const { code, out } = await komainu(['--lang', 'en', 'check', '--support'], { cwd: place.path, env });
  expect(code).toBe(1);
  expect(out).toMatch(/^store: pglite 1[78]/m);
  expect(out).toMatch(/^NG {2}Source 1: /m);
  expect(out).toMatch(/^NG {2}Source 2: /m);
  for (const told of ['uketsuke', 'hanbai', 'komainu.invalid', 'example', 'no-such-inbox', place.path, 'himitsu'])
    expect(out).not.toContain(told);
});
