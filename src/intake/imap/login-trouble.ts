import { type ImapSourceConfig, SECRET_FILES, type SignInConfig, variable } from '../../config/index.ts';

/** A login that failed, or that could not be tried. */
export const LOGIN_TROUBLES = [
  'no-password',
  'password',
  'basic-disabled', // the provider takes no passwords, or none of this kind
  'token',
  'mailbox', // the token is good, the mailbox is not open to it
  'no-oauth',
] as const;
export type LoginTroubleKind = (typeof LOGIN_TROUBLES)[number];

/**
 * How servers say it: Exchange "Basic authentication is disabled" and "BasicAuthBlocked", Gmail "Application-specific
 * password required" and "Please log in via your web browser".
 */
const BASIC_DISABLED =
  /basic ?auth\w*.{0,20}(disabled|blocked)|application-specific password|log in via your web browser/i;

/** These refuse every password with the words for a wrong one ("LOGIN failed."). */
const NEVER_PASSWORDS = /(^|\.)(office365\.com|outlook\.com|outlook\.cn|office365\.us)$/i;

/** Exchange Online answers so to SELECT when the app or the person has no rights on the mailbox, or IMAP is off for it. */
const NOT_CONNECTED = /authenticated but not connected/i;

/** imapflow's own words, where the server offers neither OAUTHBEARER nor XOAUTH2. They have no code. */
const NO_MECHANISM = 'Unsupported authentication mechanism';

/** Null: not about the login. `words` are the server's. */
export function loginTroubleKind(error: unknown, words: string): LoginTroubleKind | null {
  if (NOT_CONNECTED.test(words)) return 'mailbox';
  if (BASIC_DISABLED.test(words)) return 'basic-disabled';
  if ((error as { message?: unknown } | null)?.message === NO_MECHANISM) return 'no-oauth';
  return null;
}

/** What a refused login means for this source. */
export function refusedLoginKind({ host, signIn }: ImapSourceConfig): LoginTroubleKind {
  if (signIn !== undefined) return 'token';
  return NEVER_PASSWORDS.test(host) ? 'basic-disabled' : 'password';
}

export function loginSentence(kind: LoginTroubleKind, config: ImapSourceConfig): string {
  const { name, host, port, signIn } = config;
  const server = `${host}:${port}`;
  switch (kind) {
    case 'no-password': {
      const places = [variable('PASSWORD', name), SECRET_FILES.PASSWORD];
      return `パスワードが設定されていません。${places.join(' か ')} を設定するか、画面で入れてください。/ No password is set: set ${places.join(' or ')}, or enter it in the browser.`;
    }
    case 'password':
      return `${server} がユーザー名またはパスワードを受け付けません。/ ${server} does not accept the user name or password.`;
    case 'basic-disabled':
      return `${server} はパスワードによるサインイン（基本認証）を受け付けません。signIn で OAuth2 を設定してください（Google はアプリパスワードでも可）。/ ${server} takes no password (basic authentication): set up OAuth2 with signIn; with Google an app password does, too.`;
    case 'token': {
      const [ja, en] = accessHint(signIn);
      return `${server} がトークンを受け付けません。${ja} / ${server} does not accept the token: ${en}`;
    }
    case 'mailbox': {
      const [ja, en] = accessHint(signIn);
      return `${server} にサインインできましたが、このメールボックスを使えません。${ja} / Signed in to ${server}, but this mailbox is not open to it: ${en}`;
    }
    case 'no-oauth':
      return `${server} は OAuth2 でのサインイン（OAUTHBEARER、XOAUTH2）に対応していません。signIn を消し、パスワードを設定してください。/ ${server} offers no OAuth2 sign-in (OAUTHBEARER or XOAUTH2): remove signIn and set a password.`;
  }
}

/** What to look at when a token is issued, and the mail server does not take it for this mailbox. */
function accessHint(signIn: SignInConfig | undefined): readonly [ja: string, en: string] {
  switch (signIn?.provider) {
    case 'microsoft':
      return signIn.grant === 'client-credentials'
        ? [
            'アプリに IMAP.AccessAsApp と管理者の同意があるか、Exchange Online でサービスプリンシパルにメールボックスの権限を付けたか（New-ServicePrincipal、Add-MailboxPermission）、そのメールボックスで IMAP が有効かを確認してください。',
            'check that the app has IMAP.AccessAsApp with admin consent, that its service principal has a permission on the mailbox in Exchange Online (New-ServicePrincipal, Add-MailboxPermission), and that IMAP is enabled for it.',
          ]
        : [
            'サインインした人がこのメールボックスの権限を持つか、そのメールボックスで IMAP が有効かを確認してください。',
            'check that who signed in has rights on this mailbox, and that IMAP is enabled for it.',
          ];
    case 'google':
      return [
        'user がサインインした利用者か、その利用者で IMAP が有効かを確認してください。',
        'check that user is who signed in, and that IMAP is enabled for that user.',
      ];
    case 'custom':
    case undefined:
      return [
        'user と scope、メールボックスの権限を確認してください。',
        'check user, scope and the rights on the mailbox.',
      ];
  }
}
