import { inspect } from 'node:util';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { ImapSourceConfig } from '../../../src/config/index.ts';
import { explainImapTrouble } from '../../../src/intake/imap/trouble.ts';
import { imapSource, type SignIn } from '../../../src/intake/index.ts';
import { byPassword } from '../../support/sign-in.ts';
import { startFakeImap } from '../../support/tcp-proxy.ts';

const TOKEN = 'himitsu-no-token';
const byToken: SignIn = { kind: 'tokens', tokens: { use: (act) => act(TOKEN) } };
/** The token as it is, and somewhere in base64, whatever stands before it. */
const hidden = new RegExp(
  ['', ' ', '  ']
    .map((before) => btoa(before + TOKEN).slice(4, -4))
    .concat(TOKEN)
    .join('|'),
);
const clientId = 'app-1';
const app = { provider: 'microsoft', grant: 'client-credentials', tenant: 'example.jp', clientId } as const;
const person = { provider: 'microsoft', grant: 'refresh-token', tenant: 'example.jp', clientId } as const;
const google = { provider: 'google', grant: 'service-account' } as const;

const configFor = (port: number, signIn: ImapSourceConfig['signIn'], host = '127.0.0.1'): ImapSourceConfig => ({
  name: 'support',
  kind: 'imap',
  host,
  port,
  security: 'none',
  user: 'desk@example.co.jp',
  signIn,
  folder: 'INBOX',
  folders: null,
  direction: 'in',
  unopened: 'fold',
  backfill: null,
  mark: null,
});

/** A server that answers a login, and then whatever else is asked, so. */
const answering =
  (login: string, then = 'OK done', offers = 'AUTH=XOAUTH2 SASL-IR') =>
  (tag: string, command: string): string => {
    if (command === 'CAPABILITY') return `* CAPABILITY IMAP4rev1 ${offers}\r\n${tag} OK done`;
    return `${tag} ${['LOGIN', 'AUTHENTICATE'].includes(command) ? login : then}`;
  };

const NOT_CONNECTED = 'BAD User is authenticated but not connected.';

describe('a login that a provider refuses', () => {
  it.each([
    [
      'Exchange does not know the app',
      app,
      answering('NO AUTHENTICATE failed.'),
      /トークンを受け付けません。.*IMAP\.AccessAsApp.*New-ServicePrincipal、Add-MailboxPermission/,
    ],
    [
      'Exchange has not shared the mailbox with the app',
      app,
      answering('OK done', NOT_CONNECTED),
      /このメールボックスを使えません.*Add-MailboxPermission/,
    ],
    [
      'Exchange has not shared the mailbox with the person',
      person,
      answering('OK done', NOT_CONNECTED),
      /このメールボックスを使えません.*サインインした人がこのメールボックスの権限を持つか/,
    ],
    [
      'Google does not take the token',
      google,
      answering('NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)'),
      /トークンを受け付けません.*IMAP が有効か/,
    ],
    [
      'the server offers no OAuth2',
      google,
      answering('OK done', 'OK done', ''),
      /OAUTHBEARER、XOAUTH2）に対応していません/,
    ],
    [
      'Gmail takes no passwords',
      undefined,
      answering(
        'NO [ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure)',
        'OK done',
        '',
      ),
      /基本認証）を受け付けません.*app password/,
    ],
    [
      'basic authentication is disabled',
      undefined,
      answering('NO Authentication unsuccessful, basic authentication is disabled.', 'OK done', ''),
      /基本認証）を受け付けません.*signIn/,
    ],
    [
      'the password is wrong',
      undefined,
      answering('NO [AUTHENTICATIONFAILED] Invalid credentials', 'OK done', ''),
      /パスワードを受け付けません/,
    ],
  ] as const)('is explained: %s', async (_, signIn, answer, expected) => {
    const server = await startFakeImap('* OK ready', answer);
    const by = signIn === undefined ? byPassword(TOKEN) : byToken;
    const source = imapSource(configFor(server.port, signIn), {
      signIn: by,
      pollMs: 1000,
      log: pino({ level: 'silent' }),
    });
    const error = await source.check().catch((error: Error) => error);
    expect(error).toBeInstanceOf(Error);
    expect((error as Error).message).toMatch(expected);
    expect((error as Error).message).not.toMatch(/himitsu|desk@/);
    expect(inspect(error, { depth: 9 })).not.toMatch(hidden);
    await server.stop();
  });

  it('at Exchange Online is never about a wrong password, whatever it says: it takes none', () => {
    const explain = explainImapTrouble(configFor(993, undefined, 'outlook.office365.com'), 'INBOX');
    expect(explain({ authenticationFailed: true, response: 'LOGIN failed.' })).toMatchObject({
      kind: 'basic-disabled',
      slow: true,
    });
  });
});
