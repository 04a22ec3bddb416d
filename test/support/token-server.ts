import { createHash, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jwtVerify, UnsecuredJWT } from 'jose';

/** An OAuth2 token server (RFC 6749, RFC 7523) with introspection (RFC 7662) for a mail server. */
export interface TestTokenServer {
  readonly url: string; // of the token endpoint
  readonly introspectionUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string; // as given to a person; each is good for one use
  readonly serviceAccountKey: string; // as Google writes it
  lifetimeSeconds: number; // of the tokens issued from now on
  /** Instead of an answer to what is asked from now on; null: none. */
  answer: { readonly status: number; readonly body: unknown } | null;
  readonly requests: readonly Readonly<Record<string, string>>[];
  readonly issued: readonly string[]; // access tokens and refresh tokens
  readonly authorizeUrl: string; // the page where people sign in
  /** What the person's browser does at that page: gives the address that it is sent back to. */
  signInAt(authorizeUrl: string, person: string): string;
  /** A person signs in: there is a new `refreshToken`. */
  consent(): void;
  /** What was issued is no longer good: the access tokens only, or the refresh tokens, too. */
  revoke(what: 'access' | 'all'): void;
  stop(): Promise<void>;
}

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** @param user whom the access tokens are good for */
export async function startTokenServer(user: string): Promise<TestTokenServer> {
  const clientId = 'komainu-test';
  const clientSecret = secret('client');
  const ends = new Map<string, number>(); // access tokens, milliseconds since 1970
  const refreshes = new Set<string>();
  const codes = new Map<string, { readonly asked: URLSearchParams; readonly person: string }>();
  const requests: Record<string, string>[] = [];
  const issued: string[] = [];
  const state = { lifetimeSeconds: 3600, answer: null as TestTokenServer['answer'], refreshToken: '' };

  function consent(): void {
    state.refreshToken = secret('refresh');
    refreshes.add(state.refreshToken);
  }

  function issue(more: Record<string, string> = {}): Answer {
    const token = secret('access');
    ends.set(token, Date.now() + state.lifetimeSeconds * 1000);
    issued.push(token, ...Object.values(more));
    return {
      status: 200,
      body: { access_token: token, token_type: 'Bearer', expires_in: state.lifetimeSeconds, ...more },
    };
  }

  async function grant(asked: Record<string, string>): Promise<Answer> {
    if (asked.grant_type === 'urn:ietf:params:oauth:grant-type:jwt-bearer')
      return (await isFor(user, asked.assertion ?? '', publicKey)) ? issue() : refusal('invalid_grant');
    if (asked.client_id !== clientId || asked.client_secret !== clientSecret) return refusal('invalid_client', 401);
    if (asked.grant_type === 'client_credentials') return issue();
    if (asked.grant_type === 'authorization_code') return trade(asked);
    if (!refreshes.delete(asked.refresh_token ?? '')) return refusal('invalid_grant');
    const next = secret('refresh');
    refreshes.add(next);
    return issue({ refresh_token: next });
  }

  /** RFC 6749 section 4.1, with PKCE (RFC 7636). */
  function trade({ code = '', code_verifier = '', redirect_uri }: Record<string, string>): Answer {
    const known = codes.get(code);
    codes.delete(code);
    const challenge = createHash('sha256').update(code_verifier).digest('base64url');
    if (known?.asked.get('code_challenge') !== challenge || known.asked.get('redirect_uri') !== redirect_uri)
      return refusal('invalid_grant');
    const refresh = secret('refresh');
    refreshes.add(refresh);
    const answer = issue({ refresh_token: refresh });
    const id_token = new UnsecuredJWT({ email: known.person }).encode();
    return { ...answer, body: { ...(answer.body as object), id_token } };
  }

  const server = createServer(async (request, response) => {
    const asked = Object.fromEntries(new URLSearchParams(await bodyOf(request)));
    if (request.url === '/introspect')
      return send(response, {
        status: 200,
        body: { active: (ends.get(asked.token ?? '') ?? 0) > Date.now(), username: user },
      });
    requests.push(asked);
    send(response, state.answer ?? (await grant(asked)));
  });
  consent();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(state, {
    url: `${origin}/token`,
    introspectionUrl: `${origin}/introspect`,
    authorizeUrl: `${origin}/authorize`,
    signInAt(address: string, person: string) {
      const asked = new URL(address).searchParams;
      const back = new URL(asked.get('redirect_uri')!);
      const code = secret('code');
      codes.set(code, { asked, person });
      back.searchParams.set('code', code);
      back.searchParams.set('state', asked.get('state')!);
      return back.href;
    },
    clientId,
    clientSecret,
    serviceAccountKey: JSON.stringify({
      type: 'service_account',
      client_email: 'komainu@project.example.com',
      private_key_id: 'key-1',
      private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    }),
    requests,
    issued,
    consent,
    revoke(what: 'access' | 'all') {
      ends.clear();
      if (what === 'all') refreshes.clear();
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
}

type Answer = NonNullable<TestTokenServer['answer']>;

const secret = (kind: string): string => `${kind}-${randomBytes(16).toString('hex')}`;

const refusal = (error: string, status = 400): Answer => ({ status, body: { error } });

async function isFor(user: string, assertion: string, key: KeyObject): Promise<boolean> {
  try {
    const { payload } = await jwtVerify(assertion, key, { issuer: 'komainu@project.example.com', subject: user });
    return payload.scope === 'https://mail.example.com/' && payload.exp !== undefined;
  } catch {
    return false;
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function send(response: ServerResponse, { status, body }: Answer): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/html' : 'application/json';
  response.writeHead(status, { 'content-type': type }).end(text);
}
