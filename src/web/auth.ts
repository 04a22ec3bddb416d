import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { twoFactor } from 'better-auth/plugins';
import type { Actor } from '../audit/index.ts';
import { authSchema, type Db } from '../store/index.ts';

export interface AuthOptions {
  readonly db: Db;
  readonly secret: string; // signs session cookies
  readonly baseUrl: string; // as people reach the desk; https makes the cookies Secure
}

/** Who asks, for the library: whose browser it is, and what it calls itself. */
export interface Asking {
  readonly by: Actor;
  readonly agent: string;
  readonly cookie?: string;
}

/** Not served: the desk's own forms are the only way in, and they ask this path in memory. */
const AUTH_PATH = '/auth';
const SESSION_HOURS = 12; // a working day, whatever happens in between
const ATTEMPTS = { window: 60, max: 10 }; // seconds, per client address
/** Ours alone: set for every request from what the socket says, so that nobody can choose a rate-limit bucket. */
const CLIENT_HEADER = 'x-komainu-client';

/** better-auth as the desk uses it, and a way to ask it as a browser would, with its rate limits. */
export function openAuth({ db, secret, baseUrl }: AuthOptions) {
  const auth = betterAuth({
    appName: 'Komainu',
    baseURL: baseUrl,
    basePath: AUTH_PATH,
    secret,
    database: drizzleAdapter(db, { provider: 'pg', schema: authSchema }),
    emailAndPassword: { enabled: true, disableSignUp: true },
    user: {
      additionalFields: {
        roles: { type: 'string[]', required: true, defaultValue: [], input: false },
        deactivatedAt: { type: 'date', required: false, input: false },
      },
    },
    session: { expiresIn: SESSION_HOURS * 3600, disableSessionRefresh: true },
    rateLimit: {
      enabled: true,
      storage: 'memory',
      customRules: { '/sign-in/email': ATTEMPTS, '/two-factor/*': ATTEMPTS },
    },
    plugins: [twoFactor()],
    advanced: {
      cookiePrefix: 'komainu',
      useSecureCookies: baseUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [CLIENT_HEADER] },
    },
    logger: { disabled: true }, // its lines hold addresses
    telemetry: { enabled: false },
  });

  async function ask(path: string, body: object, { by, agent, cookie }: Asking): Promise<Answer> {
    const headers = new Headers({
      'content-type': 'application/json',
      origin: new URL(baseUrl).origin,
      [CLIENT_HEADER]: by.address ?? '',
      'user-agent': agent,
      ...(cookie === undefined ? {} : { cookie }),
    });
    const url = new URL(`${AUTH_PATH}${path}`, baseUrl);
    const response = await auth.handler(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }));
    if (response.status >= 500) throw new Error(`${path} failed with status ${response.status}`);
    const said = (await response.json().catch(() => ({}))) as Record<string, unknown>;
    if (response.status === 429) {
      const locked = said.code === 'ACCOUNT_TEMPORARILY_LOCKED';
      const seconds = Number(response.headers.get('x-retry-after')) || (locked ? LOCK_SECONDS : ATTEMPTS.window);
      return { kind: 'limited', seconds };
    }
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
