import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { twoFactor } from 'better-auth/plugins';
import type { AuditActor } from '../../audit/index.ts';
import { authSchema, type Db } from '../../store/index.ts';
import { codeOnce } from './code-once.ts';

export interface AuthOptions {
  readonly db: Db;
  readonly secret: string; // signs session cookies
  readonly baseUrl: string; // as people reach the review app; https makes the cookies Secure
}

/** Who asks, for the library: whose browser it is, and what it calls itself. */
export interface Asking {
  readonly by: AuditActor;
  readonly agent: string;
  readonly cookie?: string;
}

/** Not served: the review app's own forms are the only way in, and they ask this path in memory. */
const AUTH_PATH = '/auth';
const SESSION_HOURS = 12; // a working day, whatever happens in between
/** Ours alone: set for every request from what the socket says, so that nobody can choose what their session says of them. */
const CLIENT_HEADER = 'x-komainu-client';

/** What every way to sign in shares: accounts, sessions and cookies. */
export const authOptions = ({ db, secret, baseUrl }: AuthOptions) =>
  ({
    appName: 'Komainu',
    baseURL: baseUrl,
    basePath: AUTH_PATH,
    secret,
    database: drizzleAdapter(db, { provider: 'pg', schema: authSchema }),
    user: {
      additionalFields: {
        roles: { type: 'string[]', required: true, defaultValue: [], input: false },
        deactivatedAt: { type: 'date', required: false, input: false },
      },
    },
    session: { expiresIn: SESSION_HOURS * 3600, disableSessionRefresh: true },
    rateLimit: { enabled: false }, // its window ends only when nobody tries: see `createAttempts`
    advanced: {
      cookiePrefix: 'komainu',
      useSecureCookies: baseUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [CLIENT_HEADER] },
    },
    logger: { disabled: true }, // its lines hold addresses
    telemetry: { enabled: false },
  }) as const satisfies BetterAuthOptions;

/** What the library needs to know about a request that it does not get itself. */
export const headersFor = ({ by, agent, cookie }: Asking, baseUrl: string): Headers =>
  new Headers({
    'content-type': 'application/json',
    origin: new URL(baseUrl).origin,
    [CLIENT_HEADER]: by.address ?? '',
    'user-agent': agent,
    ...(cookie === undefined ? {} : { cookie }),
  });

export const authUrl = (path: string, baseUrl: string): URL => new URL(`${AUTH_PATH}${path}`, baseUrl);

/** better-auth as the review app uses it, and a way to ask it as a browser would. */
export function openAuth(options: AuthOptions) {
  const { baseUrl } = options;
  const auth = betterAuth({
    ...authOptions(options),
    emailAndPassword: { enabled: true, disableSignUp: true },
    plugins: [codeOnce(options.db), twoFactor()],
  });

  async function ask(path: string, body: object, asking: Asking): Promise<Answer> {
    const request = { method: 'POST', headers: headersFor(asking, baseUrl), body: JSON.stringify(body) };
    const response = await auth.handler(new Request(authUrl(path, baseUrl), request));
    if (response.status >= 500) throw new Error(`${path} failed with status ${response.status}`);
    const said = (await response.json().catch(() => ({}))) as Record<string, unknown>;
    if (response.status === 429) return { kind: 'limited', seconds: LOCK_SECONDS };
    if (!response.ok) return { kind: 'refused', code: String(said.code) };
    return { kind: 'ok', said, cookies: response.headers.getSetCookie() };
  }
  return { api: auth.api, context: auth.$context, ask };
}
export type Auth = ReturnType<typeof openAuth>;

/** What the library does after ten wrong codes for one account, wherever they come from. */
const LOCK_SECONDS = 900;

export type Answer =
  | { readonly kind: 'ok'; readonly said: Record<string, unknown>; readonly cookies: readonly string[] } // Set-Cookie values
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'limited'; readonly seconds: number };
