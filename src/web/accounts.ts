import { createHash, randomBytes } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import type { Actor, Deed } from '../audit/index.ts';
import type { AuditLog } from '../audit-log.ts';
import {
  acceptInvitation,
  authSchema,
  countAccounts,
  createInvitation,
  endSessions,
  findAccount,
  findInvitation,
  isRoleOffered,
  type OpenInvitation,
  type Store,
} from '../store/index.ts';
import type { Role } from './rights.ts';

/** Who is signed in. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly session: string; // id of the one that this request belongs to
}

export type SignIn =
  | { readonly kind: 'in'; readonly cookies: readonly string[] } // Set-Cookie values
  | { readonly kind: 'refused' } // unknown address or wrong password; which one is not told
  | { readonly kind: 'limited'; readonly seconds: number }; // too many attempts from this client

export type AccountProblem =
  | 'exists'
  | 'unknown'
  | 'inactive' // it was deactivated
  | 'last-admin'; // nobody would be left who looks after accounts

/** What was asked cannot be done to the account. The message is a sentence for the one who asked. */
export class AccountError extends Error {
  override readonly name = 'AccountError';
  readonly code: AccountProblem;
  constructor(code: AccountProblem, message: string) {
    super(message);
    this.code = code;
  }
}

/** Accounts by invitation; what is done here is written into the audit log. Tokens are for `/welcome/<token>`, work once and end after 24 hours. */
export interface Accounts {
  /** The first account gets the roles `admin` and `lead` besides. @throws AccountError when the address has an account. */
  invite(who: { email: string; name: string; roles: readonly Role[] }, by: Actor): Promise<string>;
  /** A link to a new password. @throws AccountError when the address has no account. */
  reset(email: string, by: Actor): Promise<string>;
  invitation(token: string, now: Date): Promise<OpenInvitation | null>;
  /** Uses the link up. @returns the account's address, null when the link no longer works. */
  accept(token: string, chosen: { name: string; password: string }, by: Actor): Promise<string | null>;
  count(): Promise<number>;
  /** `agent` is what the browser calls itself. */
  signIn(credentials: { email: string; password: string }, by: Actor, agent: string): Promise<SignIn>;
  signOut(headers: Headers): Promise<readonly string[]>; // Set-Cookie values
  person(headers: Headers): Promise<Person | null>;
}

export interface AccountsOptions {
  readonly store: Pick<Store, 'db'>;
  readonly audit: Pick<AuditLog, 'record' | 'during'>;
  readonly secret: string; // signs session cookies
  readonly baseUrl: string; // as people reach the desk; https makes the cookies Secure
}

const LINK_HOURS = 24;
const SESSION_HOURS = 12; // a working day, whatever happens in between
const ATTEMPTS = { window: 60, max: 10 }; // seconds, per client address
/** Ours alone: set for every request from what the socket says, so that nobody can choose a rate-limit bucket. */
const CLIENT_HEADER = 'x-komainu-client';

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const normal = (email: string): string => email.trim().toLowerCase();

export function openAccounts({ store: { db }, audit, secret, baseUrl }: AccountsOptions): Accounts {
  const auth = betterAuth({
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
    rateLimit: { enabled: true, storage: 'memory', customRules: { '/sign-in/email': ATTEMPTS } },
    advanced: {
      cookiePrefix: 'komainu',
      useSecureCookies: baseUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [CLIENT_HEADER] },
    },
    logger: { disabled: true }, // its lines hold addresses
    telemetry: { enabled: false },
  });

  const newLink = async (who: { email: string; name: string; roles: readonly string[] }, by: Actor, deed: Deed) => {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(by.at.getTime() + LINK_HOURS * 3_600_000);
    await audit.during(
      (tx) => createInvitation(tx, { ...who, tokenHash: hashOf(token), expiresAt }),
      () => ({ ...by, ...deed }),
    );
    return token;
  };
  const isFirst = async (email: string, now: Date) =>
    (await countAccounts(db)) === 0 && !(await isRoleOffered(db, 'admin', email, now));

  return {
    async invite({ email: written, name, roles: asked }, by) {
      const email = normal(written);
      if (await findAccount(db, email)) throw new AccountError('exists', 'There is an account with this address.');
      const first: readonly Role[] = (await isFirst(email, by.at)) ? ['admin', 'lead'] : [];
      const roles = [...new Set([...first, ...asked])];
      return newLink({ email, name, roles }, by, { action: 'account.invite', target: '', details: { roles } });
    },
    async reset(written, by) {
      const email = normal(written);
      const account = await findAccount(db, email);
      if (!account) throw new AccountError('unknown', 'There is no account with this address.');
      const target = `account/${account.id}`;
      if (!account.active) throw new AccountError('inactive', 'The account is deactivated; activate it first.');
      const { name, roles } = account;
      return newLink({ email, name, roles }, by, { action: 'account.reset', target, details: {} });
    },
    invitation: (token, now) => findInvitation(db, hashOf(token), now),
    async accept(token, { name, password }, by) {
      const { password: passwords } = await auth.$context;
      const passwordHash = await passwords.hash(password);
      const accepted = await audit.during(
        (tx) => acceptInvitation(tx, { tokenHash: hashOf(token), name, passwordHash, at: by.at }),
        (account) =>
          account && {
            ...by,
            person: account.id,
            name,
            action: account.known ? 'account.password' : 'account.open',
            target: `account/${account.id}`,
            details: {},
          },
      );
      return accepted?.email ?? null;
    },
    count: () => countAccounts(db),
    async signIn(credentials, by, agent) {
      const email = normal(credentials.email);
      const response = await auth.handler(
        new Request(new URL(`${AUTH_PATH}/sign-in/email`, baseUrl), {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            origin: new URL(baseUrl).origin,
            [CLIENT_HEADER]: by.address ?? '',
            'user-agent': agent,
          },
          body: JSON.stringify({ email, password: credentials.password }),
        }),
      );
      if (response.status === 429)
        return { kind: 'limited', seconds: Number(response.headers.get('x-retry-after')) || ATTEMPTS.window };
      if (response.status >= 500) throw new Error(`sign-in failed with status ${response.status}`);
      const account = await findAccount(db, email);
      const target = account === null ? '' : `account/${account.id}`;
      if (!response.ok || account === null || !account.active) {
        if (account?.active === false) await endSessions(db, account.id); // made before anyone could say no
        await audit.record({ ...by, action: 'sign-in.fail', target, details: {} });
        return { kind: 'refused' };
      }
      await audit.record({ ...by, person: account.id, name: account.name, action: 'sign-in', target, details: {} });
      return { kind: 'in', cookies: response.headers.getSetCookie() };
    },
    async signOut(headers) {
      const { headers: answered } = await auth.api.signOut({ headers, returnHeaders: true });
      return answered.getSetCookie();
    },
    async person(headers) {
      const found = await auth.api.getSession({ headers });
      if (found === null || found.user.deactivatedAt) return null;
      const { id, name, roles } = found.user;
      return { id, name, roles, session: found.session.id };
    },
  };
}

/** Not served: the desk's own forms are the only way in, and they ask this path in memory. */
const AUTH_PATH = '/auth';
