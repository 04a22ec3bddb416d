import * as oauth from 'oauth4webapi';
import { TokenTroubleError, tokenRefusal, unreachable } from './trouble.ts';

/** One request for an access token (RFC 6749 sections 4.4 and 6, RFC 7523 section 2.1). */
export interface TokenRequest {
  readonly url: string;
  readonly grantType: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly client: { readonly id: string; readonly secret: string | null } | null; // null: the grant itself says who asks
}

export interface IssuedToken {
  readonly accessToken: string;
  readonly lifetimeMs: number;
  readonly refreshToken: string | null; // where the provider changes it at each use
  readonly idToken?: string | null; // who signed in, unproved: for people to see; null: not told
}

const ANSWER_WITHIN_MS = 20_000;
const ANSWER_AT_MOST = 64 * 1024; // characters
const UNSAID_LIFETIME_S = 300; // where an answer does not say how long its token lives

/**
 * Asks a token server. Rejects with TokenTroubleError, without the server's answer as a cause: it may hold a token.
 */
export async function requestToken({ url, grantType, parameters, client }: TokenRequest): Promise<IssuedToken> {
  const server: oauth.AuthorizationServer = { issuer: new URL(url).origin, token_endpoint: url };
  const asking: oauth.Client = { client_id: client?.id ?? 'none' };
  let idToken: string | null = null;
  try {
    const response = await oauth.genericTokenEndpointRequest(
      server,
      asking,
      authenticationOf(client),
      grantType,
      { ...parameters },
      {
        [oauth.allowInsecureRequests]: true, // the configuration takes http:// for this machine only
        [oauth.customFetch]: async (address, options) => {
          const { response, id } = await fetchToken(address, options);
          idToken = id;
          return response;
        },
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      },
    );
    const answer = await oauth.processGenericTokenEndpointResponse(server, asking, response);
    return {
      accessToken: answer.access_token,
      lifetimeMs: (answer.expires_in ?? UNSAID_LIFETIME_S) * 1000,
      refreshToken: answer.refresh_token ?? null,
      idToken,
    };
  } catch (error) {
    if (error instanceof oauth.ResponseBodyError) throw tokenRefusal(error.cause, client === null);
    if (error instanceof TokenTroubleError) throw error;
    throw new TokenTroubleError('answer');
  }
}

function authenticationOf(client: TokenRequest['client']): oauth.ClientAuth {
  if (client === null) return () => {};
  return client.secret === null ? oauth.None() : oauth.ClientSecretPost(client.secret);
}

/**
 * The answer, cut down to what is asked for: bounded, no headers but its type (a challenge would hide the error in the
 * body), and the id_token apart: nothing is decided by it, so that nobody checks its signature.
 */
async function fetchToken(
  url: string,
  options: oauth.CustomFetchOptions<'POST', URLSearchParams>,
): Promise<{ readonly response: Response; readonly id: string | null }> {
  let text = '';
  let status: number;
  try {
    const response = await fetch(url, options);
    status = response.status;
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      if (text.length > ANSWER_AT_MOST) throw new TokenTroubleError('answer');
    }
  } catch (error) {
    throw error instanceof TokenTroubleError ? error : unreachable(error);
  }
  if (status < 200 || status > 499 || status === 429) throw new TokenTroubleError('answer');
  const { id_token, ...rest } = readObject(text);
  return { response: Response.json(rest, { status }), id: typeof id_token === 'string' ? id_token : null };
}

function readObject(text: string): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return { ...read };
  } catch {} // a page of a proxy, for example
  throw new TokenTroubleError('answer');
}
