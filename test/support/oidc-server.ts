import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, SignJWT, UnsecuredJWT } from 'jose';

/** An OpenID provider (OpenID Connect Core 1.0, code flow with PKCE) at which someone is signed in already. */
export interface TestOidcServer {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What its ID tokens say from now on, over the usual claims; undefined leaves a claim out. */
  claims: Record<string, unknown>;
  /** How they are signed; `stranger`: by a key that it does not publish. */
  signing: 'own' | 'stranger' | 'none' | 'left out';
  /** Whether its documents can be had. */
  up: boolean;
  /** What the browser would do at the provider's page: gives the address it is sent back to. */
  consent(authorizationUrl: string, change?: (back: URL) => void): string;
  stop(): Promise<void>;
}

const keyPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const own = keyPair();
const stranger = keyPair();

export async function startOidcServer(): Promise<TestOidcServer> {
  const clientId = 'komainu-desk';
  const clientSecret = randomBytes(16).toString('hex');
  const codes = new Map<string, URLSearchParams>(); // by code: the request it answers
  const state = { claims: {} as Record<string, unknown>, signing: 'own' as TestOidcServer['signing'], up: true };
  let issuer = '';

  async function idToken(asked: URLSearchParams): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: issuer,
      aud: clientId,
      sub: 'person-at-the-provider',
      iat: now,
      exp: now + 300,
      nonce: asked.get('nonce'),
      email: 'first@example.jp',
      email_verified: true,
      ...state.claims,
    };
    if (state.signing === 'none') return new UnsecuredJWT(claims).encode();
    const { privateKey } = state.signing === 'stranger' ? stranger : own;
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'key' }).sign(privateKey);
  }

  async function token(form: URLSearchParams): Promise<[number, unknown]> {
    const asked = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const fits =
      asked !== undefined &&
      form.get('client_secret') === clientSecret &&
      asked.get('redirect_uri') === form.get('redirect_uri') &&
      asked.get('code_challenge_method') === 'S256' &&
      asked.get('code_challenge') === challenge;
    if (!fits) return [400, { error: 'invalid_grant' }];
    const id = state.signing === 'left out' ? {} : { id_token: await idToken(asked) };
    return [200, { access_token: randomBytes(16).toString('hex'), token_type: 'Bearer', expires_in: 300, ...id }];
  }

  const server = createServer(async (request, response) => {
    const send = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (!state.up) return send(503, {});
    switch (request.url) {
      case '/.well-known/openid-configuration':
        return send(200, {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/userinfo`,
          jwks_uri: `${issuer}/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
        });
      case '/keys':
        return send(200, { keys: [{ ...(await exportJWK(own.publicKey)), kid: 'key', alg: 'RS256', use: 'sig' }] });
      case '/userinfo':
        return send(200, { sub: 'person-at-the-provider', email: 'first@example.jp', email_verified: true });
      case '/token': {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        return send(...(await token(new URLSearchParams(Buffer.concat(chunks).toString()))));
      }
      default:
        return send(404, {});
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return Object.assign(state, {
    issuer,
    clientId,
    clientSecret,
    consent(authorizationUrl: string, change: (back: URL) => void = () => {}): string {
      const asked = new URL(authorizationUrl).searchParams;
      const code = randomBytes(16).toString('hex');
      codes.set(code, asked);
      const back = new URL(asked.get('redirect_uri')!);
      back.search = new URLSearchParams({ code, state: asked.get('state')! }).toString();
      change(back);
      return `${back.pathname}${back.search}`;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
}
