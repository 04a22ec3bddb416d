import { SECRET_FILES, type SecretName, type SignInConfig, variable } from '../../config/index.ts';
import type { Trouble } from '../health.ts';
import { endpointOf } from './endpoint.ts';
import type { TokenTroubleError, TokenTroubleKind } from './trouble.ts';

/** These often pass by themselves; a person has to put right the others. */
const PASSING: ReadonlySet<TokenTroubleKind> = new Set(['unreachable', 'answer']);

export function explainTokenTrouble(
  { code, detail }: TokenTroubleError,
  source: string,
  signIn: SignInConfig,
): Trouble<TokenTroubleKind> & { readonly slow: boolean } {
  const [ja, en] = sentencesFor(code, source, new URL(endpointOf(signIn).url).host);
  const shown = detail === null ? '' : ` (${detail})`;
  return { kind: code, sentence: `${ja}${shown} / ${en}${shown}`, slow: !PASSING.has(code) };
}

/** @param server host of the token server */
function sentencesFor(kind: TokenTroubleKind, source: string, server: string): readonly [ja: string, en: string] {
  const missing = (what: SecretName, ja: string, en: string) => {
    const places = [variable(what, source), SECRET_FILES[what]];
    return [
      `${ja}が設定されていません。${places.join(' か ')} を設定してください。`,
      `No ${en} is set: set ${places.join(' or ')}.`,
    ] as const;
  };
  switch (kind) {
    case 'no-client-secret':
      return missing('CLIENT_SECRET', 'クライアントシークレット', 'client secret');
    case 'no-refresh-token':
      return missing('REFRESH_TOKEN', 'リフレッシュトークン', 'refresh token');
    case 'no-key':
      return missing('SERVICE_ACCOUNT_KEY', 'サービスアカウントの鍵', 'key of a service account');
    case 'bad-key':
      return [
        'サービスアカウントの鍵を読めません。Google Cloud から取得した JSON ファイルのまま渡してください。',
        'The key of the service account cannot be read: give the JSON file as Google Cloud made it.',
      ];
    case 'kept-token':
      return [
        'データフォルダに控えたリフレッシュトークンを読めません。sign-in フォルダの権限を確認してください。',
        'The refresh token kept in the data folder cannot be read: check the permissions of its folder sign-in.',
      ];
    case 'unreachable':
      return [
        `認証サーバー ${server} に接続できません。DNS、ファイアウォール、プロキシを確認してください。再試行します。`,
        `The token server ${server} cannot be reached: check DNS, firewall and proxy. It is tried again.`,
      ];
    case 'token-certificate':
      return [
        `認証サーバー ${server} の証明書を検証できません。自社の認証局なら環境変数 NODE_EXTRA_CA_CERTS で渡してください。`,
        `The certificate of the token server ${server} cannot be verified: give your own authority in NODE_EXTRA_CA_CERTS.`,
      ];
    case 'answer':
      return [
        `認証サーバー ${server} が正しく応答しません。再試行します。`,
        `The token server ${server} does not answer as it should; it is tried again.`,
      ];
    case 'client-secret':
      return [
        `認証サーバー ${server} がクライアントシークレットを受け付けません。clientId と、シークレットの ID ではなく「値」を渡しているかを確認してください。`,
        `The token server ${server} does not accept the client secret: check clientId, and that it is the secret's value, not its id.`,
      ];
    case 'client-secret-expired':
      return [
        'クライアントシークレットの期限が切れています。新しく作って設定し、再起動してください。',
        'The client secret has expired: make a new one, set it and restart.',
      ];
    case 'client-unknown':
      return [
        'このテナントに clientId のアプリがありません。clientId と tenant を確認してください。',
        'There is no app with this clientId in the tenant: check clientId and tenant.',
      ];
    case 'tenant':
      return ['tenant のテナントがありません。', 'There is no such tenant: check tenant.'];
    case 'consent':
      return [
        'アプリへの同意がありません。管理者が API のアクセス許可に同意を与えてください。',
        'Nobody has consented to the app: an administrator must grant consent to its API permissions.',
      ];
    case 'revoked':
      return [
        'リフレッシュトークンが失効したか、取り消されています。サインインし直して新しいものを設定し、再起動してください。',
        'The refresh token has expired or was revoked: sign in anew, set the new one and restart.',
      ];
    case 'key':
      return [
        'サービスアカウントの鍵が受け付けられません。鍵が削除・無効化されていないか確認してください。',
        'The key of the service account is not accepted: check that it has not been deleted or disabled.',
      ];
    case 'user':
      return [
        'user の利用者がこの Workspace にいません。user を確認してください。',
        'The Workspace has no such user: check user.',
      ];
    case 'clock':
      return [
        'この機械の時計がずれています。時刻を合わせてください。',
        'The clock of this machine is wrong: set it right.',
      ];
    case 'delegation':
      return [
        'サービスアカウントがこのメールボックスを使うことを許されていません。Google 管理コンソールの「ドメイン全体の委任」で、そのクライアント ID にスコープ https://mail.google.com/ を許可してください。',
        'The service account may not use this mailbox: in the Google Admin console, under domain-wide delegation, allow its client id the scope https://mail.google.com/.',
      ];
    case 'scope':
      return ['求めた scope が許されていません。', 'The scope that was asked for is not allowed.'];
    case 'refused':
      return [
        `認証サーバー ${server} がトークンの発行を断りました。アプリの設定と signIn を確認してください。`,
        `The token server ${server} refuses to issue a token: check the app's settings and signIn.`,
      ];
  }
}
