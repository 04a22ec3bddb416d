import { expect, it } from 'vitest';
import { startTokenServer } from '../support/token-server.ts';
import { komainu, workspace } from './support.ts';

it('`check` tries the sign-in of a source and says what is wrong, without a secret', async () => {
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
  tokens.revoke('all');
  const { code, out, err } = await komainu(['check'], { cwd: place.path });
  const words = out.replace(/\s*│\s*\n?│?\s*/g, ''); // a sentence goes over several lines
  expect(words).toContain('リフレッシュトークンが失効したか、取り消されています。');
  expect(words).toContain('受信元 Source support');
  for (const secret of [tokens.clientSecret, tokens.refreshToken]) expect(out + err).not.toContain(secret);
  expect(code).toBe(1);
  await tokens.stop();
});
