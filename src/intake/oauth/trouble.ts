/** Why there is no access token. */
export type TokenTroubleKind =
  | 'no-client-secret'
  | 'no-refresh-token'
  | 'no-key'
  | 'bad-key'
  | 'kept-token'
  | 'unreachable'
  | 'token-certificate'
  | 'answer'
  | TokenRefusalKind;

/** What a token server itself refuses. */
export type TokenRefusalKind =
  | 'client-secret'
  | 'client-secret-expired'
  | 'client-unknown'
  | 'tenant'
  | 'consent'
  | 'revoked'
  | 'key'
  | 'user'
  | 'clock'
  | 'delegation'
  | 'scope'
  | 'refused';

/** The server's own words are not kept: they name people, and an answer may hold a token. */
export class TokenTroubleError extends Error {
  override readonly name = 'TokenTroubleError';
  readonly code: TokenTroubleKind;
  readonly detail: string | null; // the server's own code for it, like AADSTS7000222
  constructor(code: TokenTroubleKind, detail: string | null = null, options?: ErrorOptions) {
    super(`Token trouble: ${code}`, options);
    this.code = code;
    this.detail = detail;
  }
}

/** https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const MICROSOFT: Readonly<Record<string, TokenRefusalKind>> = {
  AADSTS7000215: 'client-secret',
  AADSTS7000222: 'client-secret-expired',
  AADSTS700016: 'client-unknown',
  AADSTS90002: 'tenant',
  AADSTS900023: 'tenant',
  AADSTS65001: 'consent',
};

/** What a refused request means (RFC 6749 section 5.2), with the code that a person may look up. */
export function tokenRefusal(
  body: { readonly error?: unknown; readonly error_description?: unknown },
  isServiceAccount: boolean,
): TokenTroubleError {
  const words = typeof body.error_description === 'string' ? body.error_description : '';
  const [number] = /^AADSTS\d{4,8}\b/.exec(words) ?? [];
  const error = typeof body.error === 'string' && /^[a-z_]{1,40}$/.test(body.error) ? body.error : null;
  const kind =
    MICROSOFT[number ?? ''] ?? (isServiceAccount ? serviceAccountRefusal(error, words) : clientRefusal(error));
  return new TokenTroubleError(kind, number ?? error);
}

function clientRefusal(error: string | null): TokenRefusalKind {
  if (error === 'invalid_client') return 'client-secret';
  if (error === 'invalid_grant' || error === 'interaction_required') return 'revoked';
  if (error === 'consent_required') return 'consent';
  if (error === 'invalid_scope') return 'scope';
  return 'refused';
}

/** How Google says it: https://developers.google.com/identity/protocols/oauth2/service-account#error-codes */
function serviceAccountRefusal(error: string | null, words: string): TokenRefusalKind {
  if (error === 'unauthorized_client' || error === 'access_denied') return 'delegation';
  if (error === 'invalid_scope') return 'scope';
  if (error !== 'invalid_grant' && error !== 'invalid_client') return 'refused';
  if (/email or user id/i.test(words)) return 'user';
  if (/time ?frame|iat and exp/i.test(words)) return 'clock';
  return 'key';
}

/** What Node's fetch rejects with: its reason is the cause. */
export function unreachable(cause: unknown): TokenTroubleError {
  const code = String(((cause as Error | null)?.cause as { code?: unknown } | undefined)?.code ?? '');
  return new TokenTroubleError(isCertificateCode(code) ? 'token-certificate' : 'unreachable', null, { cause });
}

/** Whether a code of Node's tls speaks of a certificate that cannot be trusted. */
export const isCertificateCode = (code: string): boolean => /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)/.test(code);
