import { setTimeout as sleep } from 'node:timers/promises';
import { parsePersonId } from '../../cases/index.ts';
import type { ProviderConfig } from '../../config/index.ts';
import { findAccountById } from '../../store/index.ts';
import { localPath } from '../../util/local-path.ts';
import { clientNetwork } from '../../util/networks.ts';
import type { AuditLog } from '../audit-log.ts';
import { createAttempts } from './attempts.ts';
import { type Asking, type AuthOptions, authUrl, headersFor } from './auth.ts';
import { ACCOUNT_HEADER, openProviderAuth } from './provider-auth.ts';

/** Why a way over a provider did not lead in. */
export const REFUSALS = [
  'cancelled', // by the person, at the provider
  'stale', // too late, or the way began in another browser
  'unverified', // the provider does not vouch for the address
  'unknown', // nobody was invited with this address
  'other-address', // the address at the provider is no longer that of the account
  'inactive',
  'failed', // the provider's answer cannot be taken
] as const;
export type Refusal = (typeof REFUSALS)[number];

export type WayOut =
  | { readonly kind: 'go'; readonly url: string; readonly cookies: readonly string[] } // Set-Cookie values
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'limited'; readonly seconds: number };

export type WayBack = { readonly next: string } & (
  | { readonly kind: 'in' | 'code'; readonly cookies: readonly string[] } // Set-Cookie values
  | { readonly kind: 'refused'; readonly why: Refusal }
  | { readonly kind: 'limited'; readonly seconds: number }
);

/** Sign-in over providers, for accounts that are there; it never makes one. */
export interface ProviderSignIn {
  readonly list: readonly { readonly name: string; readonly label: string }[];
  /** The provider's page where a person signs in. */
  start(name: string, next: string, asking: Asking): Promise<WayOut>;
  /** @param search what the provider sent back with the person */
  finish(name: string, search: string, asking: Asking): Promise<WayBack>;
}

export interface ProviderOptions extends AuthOptions {
  readonly audit: Pick<AuditLog, 'record'>;
  readonly providers: readonly { readonly config: ProviderConfig; readonly clientSecret: string }[];
}

export const redirectOf = (name: string, baseUrl: string): string =>
  new URL(`/sign-in/with/${name}/back`, baseUrl).href;

const PATIENCE_MS = 15_000;
const WAYS = { most: 300, seconds: 60 }; // to a provider and back, by client: nothing can be guessed there

export function openProviderSignIn({ audit, providers, ...options }: ProviderOptions): ProviderSignIn {
  const { db, baseUrl } = options;
  const ways = createAttempts({ db, secret: options.secret, about: 'provider', ...WAYS });
  const secondsToWait = ({ by }: Asking) => ways.begin(clientNetwork(by.address ?? ''), by.at);
  const opened = new Map<string, ReturnType<typeof openProviderAuth>>();

  function authOf(name: string): ReturnType<typeof openProviderAuth> {
    const known = opened.get(name);
    if (known !== undefined) return known;
    const { config: provider, clientSecret } = providers.find(({ config }) => config.name === name)!;
    const auth = openProviderAuth({ ...options, provider, clientSecret, redirect: redirectOf(name, baseUrl) });
    opened.set(name, auth);
    return auth;
  }

  /** A provider that does not answer is asked anew the next time. */
  async function ask(name: string, path: string, init: RequestInit): Promise<Response> {
    const late = sleep(PATIENCE_MS, null, { ref: false });
    const response = await Promise.race([authOf(name).handler(new Request(authUrl(path, baseUrl), init)), late]);
    if (response !== null) return response;
    opened.delete(name);
    return new Response(null, { status: 504 });
  }

  return {
    list: providers.map(({ config: { name, label } }) => ({ name, label })),
    async start(name, next, asking) {
      const seconds = await secondsToWait(asking);
      if (seconds > 0) return { kind: 'limited', seconds };
      const returnTo = `/sign-in?${new URLSearchParams({ next })}`;
      const body = { provider: name, callbackURL: returnTo, errorCallbackURL: returnTo, disableRedirect: true };
      const headers = headersFor(asking, baseUrl);
      const response = await ask(name, '/sign-in/social', { method: 'POST', headers, body: JSON.stringify(body) });
      if (!response.ok) return { kind: 'unreachable' };
      const { url } = (await response.json()) as { url: string };
      return { kind: 'go', url, cookies: response.headers.getSetCookie() };
    },
    async finish(name, search, asking) {
      const seconds = await secondsToWait(asking);
      if (seconds > 0) return { kind: 'limited', next: '/', seconds };
      const headers = headersFor(asking, baseUrl);
      const response = await ask(name, `/callback/${name}${search}`, { headers });
      const answered = new URL(response.headers.get('location') ?? '/', baseUrl);
      const next = localPath(answered.searchParams.get('next') ?? '/');
      const id = parsePersonId(response.headers.get(ACCOUNT_HEADER) ?? '');
      const account = id === null ? null : await findAccountById(db, id);
      if (account === null) {
        const why = refusalOf(answered.searchParams.get('error') ?? '');
        await audit.record({ ...asking.by, action: 'sign-in.fail', target: '', details: { provider: name, why } });
        return { kind: 'refused', next, why };
      }
      const cookies = response.headers.getSetCookie();
      if (cookies.some((cookie) => /\.two_factor=[^;]/.test(cookie))) return { kind: 'code', next, cookies };
      const { id: person, name: who } = account;
      const deed = { action: 'sign-in', target: `account/${person}`, details: { provider: name } } as const;
      await audit.record({ ...asking.by, person, name: who, ...deed });
      return { kind: 'in', next, cookies };
    },
  };
}

/** The library's words for what went wrong; anything else comes from the provider, or from whoever wrote the address. */
const MEANINGS: Readonly<Record<string, Refusal>> = {
  access_denied: 'cancelled',
  state_mismatch: 'stale',
  state_not_found: 'stale',
  state_invalid: 'stale',
  please_restart_the_process: 'stale',
  account_not_linked: 'unverified',
  email_not_found: 'unverified',
  signup_disabled: 'unknown',
};

const refusalOf = (code: string): Refusal =>
  (REFUSALS as readonly string[]).includes(code)
    ? (code as Refusal)
    : Object.hasOwn(MEANINGS, code)
      ? MEANINGS[code]!
      : 'failed';
