import { decodeJwt } from 'jose';
import * as oauth from 'oauth4webapi';
import { requestToken } from './request.ts';
import { TokenTroubleError } from './trouble.ts';

/** Where people sign in for a mailbox, and what for. */
export interface CodeProvider {
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly scope: string;
  readonly parameters: Readonly<Record<string, string>>; // of its own, at the page where people sign in
}

/**
 * Microsoft: "OAuth 2.0 authorization code flow", "Authenticate an IMAP, POP or SMTP connection using OAuth". Google: "Using OAuth 2.0 for Web Server
 * Applications"; it gives a refresh token only to who asks for consent anew.
 */
export function codeProvider(
  of: { readonly provider: 'microsoft'; readonly tenant: string } | { readonly provider: 'google' },
): CodeProvider {
  switch (of.provider) {
    case 'microsoft': {
      const base = `https://login.microsoftonline.com/${encodeURIComponent(of.tenant)}/oauth2/v2.0`;
      return {
        authorizeUrl: `${base}/authorize`,
        tokenUrl: `${base}/token`,
        scope: 'https://outlook.office.com/IMAP.AccessAsUser.All offline_access openid profile email',
        parameters: { prompt: 'select_account' },
      };
    }
    case 'google':
      return {
        authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
        tokenUrl: 'https://oauth2.googleapis.com/token',
        scope: 'https://mail.google.com/ openid email',
        parameters: { prompt: 'select_account consent', access_type: 'offline' },
      };
  }
}

/** What is known only here until the person comes back. */
export interface CodeRequest {
  readonly state: string;
  readonly verifier: string; // RFC 7636
}

export interface CodeClient {
  readonly id: string;
  readonly secret: string | null;
  readonly redirect: string; // as it is registered, to the letter
}

/** The address at which a person signs in, and what their coming back is known by. */
export async function beginCode(
  { authorizeUrl, scope, parameters }: CodeProvider,
  { id, redirect }: CodeClient,
): Promise<CodeRequest & { readonly url: string }> {
  const state = oauth.generateRandomState();
  const verifier = oauth.generateRandomCodeVerifier();
  const url = new URL(authorizeUrl);
  const asked = {
    ...parameters,
    ...{ response_type: 'code', client_id: id, redirect_uri: redirect, scope, state },
    ...{ code_challenge: await oauth.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return { state, verifier, url: url.href };
}

/**
 * Trades the code that the person came back with for a token that lasts.
 *
 * @returns `signedIn` is who signed in as the provider says, to be shown: it came from its own server over TLS, and decides nothing
 * @throws TokenTroubleError; `no-refresh-token` when the provider gave none
 */
export async function endCode(
  { tokenUrl }: CodeProvider,
  { id, secret, redirect }: CodeClient,
  { verifier }: Pick<CodeRequest, 'verifier'>,
  code: string,
): Promise<{ readonly refreshToken: string; readonly signedIn: string | null }> {
  const { refreshToken, idToken } = await requestToken({
    url: tokenUrl,
    grantType: 'authorization_code',
    parameters: { code, redirect_uri: redirect, code_verifier: verifier },
    client: { id, secret },
  });
  if (refreshToken === null) throw new TokenTroubleError('no-refresh-token');
  return { refreshToken, signedIn: nameIn(idToken ?? null) };
}

function nameIn(idToken: string | null): string | null {
  if (idToken === null) return null;
  try {
    const { preferred_username, email } = decodeJwt(idToken);
    const name = email ?? preferred_username;
    return typeof name === 'string' && name.length <= 254 ? name : null;
  } catch {
    return null;
  }
}
