import type { SignInConfig, SignInSecrets } from '../../config/index.ts';
import type { Logger } from '../../util/log.ts';
import { endpointOf, type TokenEndpoint } from './endpoint.ts';
import { type KeptToken, keptToken, type TokenPlace } from './kept-token.ts';
import { type IssuedToken, requestToken, type TokenRequest } from './request.ts';
import { assertionFor } from './service-account.ts';
import { TokenTroubleError } from './trouble.ts';

export interface IssuerOptions {
  readonly source: string;
  readonly user: string; // whose mailbox it is
  readonly signIn: SignInConfig;
  readonly secrets: SignInSecrets;
  readonly kept: TokenPlace; // for a refresh token that changes
  readonly log: Logger;
}

/** How a source gets a new access token, each time it is called. The function rejects with TokenTroubleError. */
export function createIssuer(options: IssuerOptions): () => Promise<IssuedToken> {
  const { signIn, secrets, user } = options;
  const endpoint = endpointOf(signIn);
  switch (signIn.grant) {
    case 'client-credentials':
      return async () => {
        if (secrets.clientSecret === null) throw new TokenTroubleError('no-client-secret');
        return requestToken(clientRequest(options, endpoint, 'client_credentials', {}));
      };
    case 'service-account':
      return async () => {
        if (secrets.serviceAccountKey === null) throw new TokenTroubleError('no-key');
        const assertion = await assertionFor(secrets.serviceAccountKey, user, endpoint);
        const grantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
        return requestToken({ url: endpoint.url, grantType, parameters: { assertion }, client: null });
      };
    case 'refresh-token':
      return refreshing(options, endpoint);
  }
}

function refreshing(options: IssuerOptions, endpoint: TokenEndpoint): () => Promise<IssuedToken> {
  const { secrets, log, source } = options;
  const configured = secrets.refreshToken;
  if (configured === null) return () => Promise.reject(new TokenTroubleError('no-refresh-token'));
  const kept = keptToken(options.kept, configured);
  const ask = (token: string) =>
    requestToken(clientRequest(options, endpoint, 'refresh_token', { refresh_token: token }));
  return async () => {
    const issued = await askWithNewest(ask, kept);
    if (issued.refreshToken !== null) {
      await kept
        .write(issued.refreshToken)
        .catch(() => log.error({ source }, 'the changed refresh token cannot be kept'));
    }
    return issued;
  };
}

/** A token that another process has used up in the meantime has left a newer one in the file. */
async function askWithNewest(ask: (token: string) => Promise<IssuedToken>, kept: KeptToken): Promise<IssuedToken> {
  const token = await kept.read();
  try {
    return await ask(token);
  } catch (error) {
    const newer = await kept.read();
    if (newer === token) throw error;
    return ask(newer);
  }
}

const clientRequest = (
  { signIn, secrets }: IssuerOptions,
  { url, scope }: TokenEndpoint,
  grantType: string,
  parameters: Readonly<Record<string, string>>,
): TokenRequest => ({
  url,
  grantType,
  parameters: { ...parameters, ...(scope !== null && { scope }) },
  client: { id: signIn.clientId ?? '', secret: secrets.clientSecret },
});
