import type { ImapSourceConfig } from '../../config/index.ts';
import type { Trouble } from '../health.ts';
import { explainTokenTrouble, isCertificateCode, TokenTroubleError, type TokenTroubleKind } from '../oauth/index.ts';
import {
  LOGIN_TROUBLES,
  type LoginTroubleKind,
  loginSentence,
  loginTroubleKind,
  refusedLoginKind,
} from './login-trouble.ts';

export type ImapTroubleKind =
  | LoginTroubleKind
  | 'host-not-found'
  | 'refused'
  | 'timeout'
  | 'certificate'
  | 'ca-file'
  | 'no-tls'
  | 'folder'
  | 'no-folder'
  | 'connections'
  | 'throttled'
  | 'flood' // more than was asked for
  | 'unfinished' // an answer that does not end
  | 'unsteady' // other uids whenever the folder is opened
  | 'dropped' // signed in, and soon thrown out again
  | 'other';

/** Found by ourselves before or beside what imapflow reports. */
export class ImapTroubleError extends Error {
  override readonly name = 'ImapTroubleError';
  readonly code: ImapTroubleKind;
  constructor(code: ImapTroubleKind, options?: ErrorOptions) {
    super(`IMAP trouble: ${code}`, options);
    this.code = code;
  }
}

/** What imapflow, Node's net, dns and tls put on their errors. Their messages may name people: they are not used. */
interface ImapErrorShape {
  readonly code?: unknown;
  readonly authenticationFailed?: unknown;
  readonly serverResponseCode?: unknown;
  readonly mailboxMissing?: unknown;
  readonly tlsFailed?: unknown;
  readonly response?: unknown; // of a refused login: the server's words
  readonly responseText?: unknown;
  readonly reason?: unknown; // of BYE
}

/**
 * How servers say it: Dovecot "Maximum number of connections from user+IP exceeded", Gmail "Too many simultaneous
 * connections" and "Account exceeded command or bandwidth limits", Exchange "Request is throttled". Only compared, never
 * shown: the words may name people.
 */
const TOO_MANY =
  /too many (simultaneous |concurrent )?(connections|sessions)|(number of|exceeded|maximum).{0,20} (connections|sessions)/i;
const THROTTLED =
  /throttled|rate limit|too many (login|authentication|failed)|bandwidth limits|(try|come) (again|back) later/i;

/** Codes of RFC 5530 with which a server refuses a login for its own reasons. */
const NOT_THE_PASSWORD = new Set(['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG', 'CONTACTADMIN']);

export function imapTroubleKind(error: unknown): ImapTroubleKind {
  if (error instanceof ImapTroubleError) return error.code;
  const { code, authenticationFailed, serverResponseCode, mailboxMissing, tlsFailed, ...said } = (error ??
    {}) as ImapErrorShape;
  const words = [said.response, said.responseText, said.reason].filter((one) => typeof one === 'string').join(' ');
  if (TOO_MANY.test(words)) return 'connections';
  if (code === 'ETHROTTLE' || serverResponseCode === 'OVERQUOTA' || THROTTLED.test(words)) return 'throttled';
  if (serverResponseCode === 'LIMIT') return 'connections';
  if (serverResponseCode === 'PRIVACYREQUIRED') return 'no-tls'; // RFC 5530: it takes no login in the clear
  const login = loginTroubleKind(error, words);
  if (login !== null) return login;
  if (authenticationFailed === true) return NOT_THE_PASSWORD.has(String(serverResponseCode)) ? 'other' : 'password';
  if (mailboxMissing === true) return 'folder';
  if (typeof code !== 'string') return tlsFailed === true ? 'no-tls' : 'other'; // no code: STARTTLS is not offered
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'host-not-found';
  if (code === 'ECONNREFUSED') return 'refused';
  if (/TIME_?D?OUT|EHOSTUNREACH|ENETUNREACH/.test(code)) return 'timeout';
  if (isCertificateCode(code)) return 'certificate';
  if (/^(ERR_SSL_|EPROTO$|MissingServerExtension$)/.test(code)) return 'no-tls';
  return 'other';
}

/** Kinds that a person has to put right, or that get worse by trying; the others often pass by themselves. */
const SLOW: ReadonlySet<ImapTroubleKind> = new Set([...LOGIN_TROUBLES, 'throttled', 'unsteady']);

export const explainImapTrouble =
  (config: ImapSourceConfig, folder: string) =>
  (error: unknown): Trouble<ImapTroubleKind | TokenTroubleKind> & { readonly slow: boolean } => {
    if (error instanceof TokenTroubleError && config.signIn !== undefined)
      return explainTokenTrouble(error, config.name, config.signIn);
    const met = imapTroubleKind(error);
    const kind = met === 'password' ? refusedLoginKind(config) : met;
    return { kind, sentence: sentenceFor(kind, config, folder), slow: SLOW.has(kind) };
  };

/** Found while all goes well: what is not watched must be said. */
export const tooManyFolders = (found: number, watched: number): Trouble => ({
  kind: 'too-many-folders',
  sentence: `当てはまるフォルダー ${found} のうち ${watched} だけを見張っています。folders で絞ってください。/ Of ${found} folders that match only ${watched} are watched: name fewer in folders.`,
});

function sentenceFor(kind: ImapTroubleKind, config: ImapSourceConfig, folder: string): string {
  const { host, port, ca } = config;
  const server = `${host}:${port}`;
  switch (kind) {
    case 'no-password':
    case 'password':
    case 'basic-disabled':
    case 'token':
    case 'mailbox':
    case 'no-oauth':
      return loginSentence(kind, config);
    case 'host-not-found':
      return `サーバー ${host} が見つかりません。名前とDNSを確認してください。/ Server ${host} is not found: check its name and DNS.`;
    case 'refused':
      return `${server} が接続を拒否しました。サーバーの稼働とポートを確認してください。/ ${server} refused the connection: check that the server runs, and the port.`;
    case 'timeout':
      return `${server} から応答がありません。/ ${server} does not answer.`;
    case 'certificate':
      return `${server} の証明書を検証できません。自社の認証局なら ca を設定してください。/ The certificate of ${server} cannot be verified: set ca if it is your own authority's.`;
    case 'ca-file':
      return `認証局のファイル ${ca} を読めません。/ The authority's file ${ca} cannot be read.`;
    case 'no-tls':
      return `${server} とTLSで通信できません。security とポートを確認してください。/ ${server} does not speak TLS this way: check security and port.`;
    case 'folder':
      return `フォルダー ${folder} がありません。/ There is no folder ${folder}.`;
    case 'no-folder':
      return `${folder} に当たるフォルダーがありません。/ No folder matches ${folder}.`;
    case 'connections':
      return `${server} への同時接続が多すぎると断られました。間隔を空けて試します。続く場合は、見張るフォルダーを減らすかサーバーの上限を上げてください。/ ${server} refuses more connections at a time; it is tried again with pauses. If it goes on, watch fewer folders or raise the server's limit.`;
    case 'throttled':
      return `${server} が利用を制限しています。しばらく待ってから試します。/ ${server} limits how much it may be used; it is tried again after a while.`;
    case 'flood':
      return `${server} が頼んだ量をはるかに超えるデータを送ってきたため、接続を切りました。間隔を空けて試します。続く場合はメールサーバーを確認してください。/ ${server} sent far more than was asked for, so the connection was closed; it is tried again with pauses. If it goes on, look at the mail server.`;
    case 'unfinished':
      return `${server} がいつまでも応答を終えないため、接続を切りました。間隔を空けて試します。/ ${server} did not come to the end of an answer, so the connection was closed; it is tried again with pauses.`;
    case 'unsteady':
      return `フォルダー ${folder} のメール番号（UIDVALIDITY）が開くたびに変わり、どこまで読んだか分かりません。書き込めるメールソフトで一度開いてください（Courier IMAP で起きます）。続く場合はメールサーバーを確認してください。/ The numbers of mails in folder ${folder} (UIDVALIDITY) change whenever it is opened, so nobody knows what was read: open it once with a mail client that may write (Courier IMAP needs that). If it goes on, look at the mail server.`;
    case 'dropped':
      return `${server} はサインインの直後に接続を切ります。間隔を空けて試します。続く場合はメールサーバーを確認してください。/ ${server} closes the connection soon after the sign-in; it is tried again with pauses. If it goes on, look at the mail server.`;
    case 'other':
      return `${server} との通信に失敗しました。再試行します。/ Talking to ${server} failed; it is tried again.`;
  }
}
