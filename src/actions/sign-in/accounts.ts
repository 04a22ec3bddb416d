import { createHash, randomBytes } from 'node:crypto';
import type { AuditActor, Deed, Details } from '../../audit/index.ts';
import { type PersonId, parsePersonId, type Role } from '../../cases/index.ts';
import {
  acceptInvitation,
  countAccounts,
  createInvitation,
  endSessions,
  type FoundAccount,
  findAccount,
  findAccountById,
  findInvitation,
  hasSignedInFrom,
  isRoleOffered,
  type OpenInvitation,
  type Store,
} from '../../store/index.ts';
import { clientNetwork } from '../../util/networks.ts';
import { AccountError } from '../account-error.ts';
import type { AuditLog } from '../audit-log.ts';
import { createAttempts } from './attempts.ts';
import { type Answer, type Asking, openAuth } from './auth.ts';
import { openProviderSignIn, type ProviderOptions, type ProviderSignIn } from './provider-sign-in.ts';
import { digits, openSecondFactor, type SecondFactor } from './second-factor.ts';
import { createSlowDown } from './slow-down.ts';

/** Who is signed in. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly factor: boolean; // signs in with a second factor
  readonly session: string; // id of the one that this request belongs to
}

export type SignIn =
  | { readonly kind: 'code'; readonly cookies: readonly string[] } // the password was right; a code is asked next
  | { readonly kind: 'in'; readonly cookies: readonly string[] } // Set-Cookie values
  | { readonly kind: 'refused' } // unknown address or wrong password; which one is not told
  | { readonly kind: 'limited'; readonly seconds: number }; // too many attempts from this client

export type CodeEntry = Exclude<SignIn, { kind: 'code' }> | { readonly kind: 'over' }; // too late or too often: the password has to be given anew

/** Accounts by invitation; what is done here is written into the audit log. Tokens are for `/welcome/<token>`, work once and end after 24 hours. */
export interface Accounts {
  /** The first account gets the roles `admin` and `lead` besides. @throws AccountError when the address has an account. */
  invite(who: { email: string; name: string; roles: readonly Role[] }, by: AuditActor): Promise<string>;
  /** The same once more, with roles and name as they were. */
  inviteAgain(who: { email: string; name: string; roles: readonly string[] }, by: AuditActor): Promise<string>;
  /** A link to a new password. @throws AccountError when the address has no account. */
  reset(email: string, by: AuditActor): Promise<string>;
  invitation(token: string, now: Date): Promise<OpenInvitation | null>;
  /** Uses the link up. @returns the account's address, null when the link no longer works. */
  accept(token: string, chosen: { name: string; password: string }, by: AuditActor): Promise<string | null>;
  count(): Promise<number>;
  signIn(credentials: { email: string; password: string }, asking: Asking): Promise<SignIn>;
  /** The second step: a code of the app, or a backup code. */
  enterCode(code: string, asking: Asking): Promise<CodeEntry>;
  readonly factor: SecondFactor;
  readonly providers: ProviderSignIn;
  signOut(headers: Headers): Promise<readonly string[]>; // Set-Cookie values
  person(headers: Headers): Promise<Person | null>;
}

export interface AccountsOptions {
  readonly store: Pick<Store, 'db'>;
  readonly audit: Pick<AuditLog, 'record' | 'during'>;
  readonly secret: string; // signs session cookies
  readonly baseUrl: string; // as people reach the review app; https makes the cookies Secure
  readonly providers?: ProviderOptions['providers']; // by which people may sign in, too
}

const LINK_HOURS = 24;
/** Wrong passwords from one place: for accounts that were never seen there all together, for each that was by itself. */
const ATTEMPTS = { most: 10, seconds: 60 };

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const normal = (email: string): string => email.trim().toLowerCase();

export function openAccounts({ store: { db }, audit, secret, baseUrl, providers = [] }: AccountsOptions): Accounts {
  const auth = openAuth({ db, secret, baseUrl });
  const slowDown = createSlowDown({ db, secret });
  const attempts = createAttempts({ db, secret, about: 'sign-in', ...ATTEMPTS });

  async function isFromKnownPlace(email: string, { address }: AuditActor): Promise<boolean> {
    const account = address === null ? null : await findAccount(db, email);
    return account !== null && hasSignedInFrom(db, account.id, address!);
  }

  const newLink = async (
    who: { email: string; name: string; roles: readonly string[] },
    by: AuditActor,
    deed: Deed,
    isNew = false,
  ) => {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(by.at.getTime() + LINK_HOURS * 3_600_000);
    await audit.during(
      async (tx) => {
        if (!(await createInvitation(tx, { ...who, tokenHash: hashOf(token), expiresAt }, { isNew })))
          throw new AccountError('exists', 'There is an account with this address.');
      },
      () => ({ ...by, ...deed }),
    );
    return token;
  };
  const isFirst = async (email: string, now: Date) =>
    (await countAccounts(db)) === 0 && !(await isRoleOffered(db, 'admin', email, now));

  /** The end of every sign-in: who is not let in leaves no session behind. */
  async function signedIn(
    answer: Exclude<Answer, { kind: 'limited' }>,
    account: FoundAccount | null,
    by: AuditActor,
    details: Details,
  ): Promise<SignIn & { kind: 'in' | 'refused' }> {
    const target = account === null ? '' : `account/${account.id}`;
    if (answer.kind === 'ok' && account?.active) {
      const { id: person, name } = account;
      await audit.record({ ...by, person, name, action: 'sign-in', target, details });
      return { kind: 'in', cookies: answer.cookies };
    }
    if (account?.active === false) await endSessions(db, account.id); // made before anyone could say no
    await audit.record({ ...by, action: 'sign-in.fail', target, details });
    return { kind: 'refused' };
  }

  return {
    async invite({ email: written, name, roles: asked }, by) {
      const email = normal(written);
      const first: readonly Role[] = (await isFirst(email, by.at)) ? ['admin', 'lead'] : [];
      const roles = [...new Set([...first, ...asked])];
      return newLink({ email, name, roles }, by, invited(name, roles), true);
    },
    inviteAgain: ({ email, name, roles }, by) => newLink({ email, name, roles }, by, invited(name, roles)),
    async reset(written, by) {
      const email = normal(written);
      const account = await findAccount(db, email);
      if (!account) throw new AccountError('unknown', 'There is no account with this address.');
      const target = `account/${account.id}`;
      if (!account.active) throw new AccountError('inactive', 'The account is deactivated; activate it first.');
      const { name, roles } = account;
      return newLink({ email, name, roles }, by, { action: 'account.reset', target, details: { for: name } });
    },
    invitation: (token, now) => findInvitation(db, hashOf(token), now),
    async accept(token, { name, password }, by) {
      const { password: passwords } = await auth.context;
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
      if (accepted !== null) await slowDown.forget(accepted.email);
      return accepted?.email ?? null;
    },
    count: () => countAccounts(db),
    async signIn({ email: written, password }, asking) {
      const email = normal(written);
      const { at, address } = asking.by;
      const place = clientNetwork(address ?? '');
      const known = await isFromKnownPlace(email, asking.by);
      const attempt = known ? `${place} ${email}` : place;
      const wait = await attempts.begin(attempt, at);
      if (wait > 0) return { kind: 'limited', seconds: wait };
      const seconds = known ? 0 : await slowDown.attempt(email, at);
      if (seconds > 0) {
        await attempts.giveBack(attempt); // nobody looked at it
        return { kind: 'limited', seconds };
      }
      const answer = await auth.ask('/sign-in/email', { email, password }, asking);
      if (answer.kind === 'limited') return answer;
      if (answer.kind === 'ok') await attempts.giveBack(attempt);
      const account = await findAccount(db, email);
      if (answer.kind === 'ok' && answer.said.twoFactorRedirect === true && account?.active)
        return { kind: 'code', cookies: answer.cookies };
      if (answer.kind === 'ok') return signedIn(answer, account, asking.by, {});
      const slowed = await slowDown.wrong(email, asking.by.at);
      return signedIn(answer, account, asking.by, slowed ? { slowed } : {});
    },
    async enterCode(written, asking) {
      const code = digits(written);
      const way = /^\d{6}$/.test(code) ? 'totp' : 'backup-code';
      const cookie = challengeOf(asking.cookie ?? ''); // alone: a session in the same browser is not what is asked about
      const answer = await auth.ask(`/two-factor/verify-${way}`, { code }, { ...asking, cookie });
      if (answer.kind === 'limited') return answer;
      if (answer.kind === 'refused' && !WRONG_CODE.has(answer.code)) return { kind: 'over' };
      const id = answer.kind === 'ok' ? parsePersonId((answer.said.user as { id: string }).id) : null;
      return signedIn(answer, id && (await findAccountById(db, id)), asking.by, { factor: way });
    },
    factor: openSecondFactor(auth, audit, { db, secret }),
    providers: openProviderSignIn({ db, audit, secret, baseUrl, providers }),
    async signOut(headers) {
      const { headers: answered } = await auth.api.signOut({ headers, returnHeaders: true });
      return answered.getSetCookie();
    },
    async person(headers) {
      const found = await auth.api.getSession({ headers });
      if (found === null || found.user.deactivatedAt) return null;
      const { name, email, roles } = found.user;
      const id = parsePersonId(found.user.id);
      if (id === null) return null;
      return { id, name, email, roles, factor: found.user.twoFactorEnabled === true, session: found.session.id };
    },
  };
}

/** Whom an invitation is for; the address stays out of the log. */
const invited = (name: string, roles: readonly string[]): Deed => ({
  action: 'account.invite',
  target: '',
  details: { ...(name === '' ? {} : { for: name }), roles },
});

/** A wrong code may be tried again; anything else means that the password has to be given anew. */
const WRONG_CODE: ReadonlySet<string> = new Set(['INVALID_CODE', 'INVALID_BACKUP_CODE']);

const challengeOf = (cookie: string): string =>
  cookie
    .split(';')
    .filter((one) => one.includes('komainu.two_factor='))
    .join(';');
