import { betterAuth } from 'better-auth';
import { createAuthMiddleware } from 'better-auth/api';
import { deleteSessionCookie } from 'better-auth/cookies';
import { generateRandomString } from 'better-auth/crypto';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import { decodeJwt } from 'jose';
import type { ProviderConfig } from '../../config/index.ts';
import { findAccount } from '../../store/index.ts';
import { type AuthOptions, authOptions } from './auth.ts';

/** Says, within this process alone, which account a provider led to. */
export const ACCOUNT_HEADER = 'x-komainu-account';

export interface ProviderAuthOptions extends AuthOptions {
  readonly provider: ProviderConfig;
  readonly clientSecret: string;
  readonly redirect: string; // where the provider sends people back to
}

/**
 * better-auth for one provider, apart from the one for passwords: it asks the provider for its configuration when it is
 * made, and a provider that does not answer must keep nobody from their password.
 */
export function openProviderAuth(options: ProviderAuthOptions) {
  const { provider, clientSecret, redirect, db } = options;
  const shared = authOptions(options);
  return betterAuth({
    ...shared,
    user: {
      ...shared.user,
      /** Asked before anything is written, whether the provider was used before or not. */
      validateUserInfo: async ({ user }) => {
        if (user.emailVerified !== true) return { error: 'unverified' };
        const account = await findAccount(db, String(user.email).toLowerCase());
        if (account === null) return { error: 'unknown' };
        if (account.id !== user.id) return { error: 'other-address' };
        return account.active ? undefined : { error: 'inactive' };
      },
    },
    databaseHooks: {
      account: { create: { before: async (account) => ({ data: { ...account, ...NO_TOKENS } }) } },
    },
    account: { updateAccountOnSignIn: false },
    plugins: [
      twoFactor(),
      genericOAuth({
        config: [
          {
            providerId: provider.name,
            discoveryUrl: `${provider.issuer}/.well-known/openid-configuration`,
            clientId: provider.clientId,
            clientSecret,
            redirectURI: redirect,
            scopes: ['openid', 'email', 'profile'],
            pkce: true,
            requireIdTokenVerification: true,
            disableSignUp: true,
            // Without an ID token, nothing binds the answer to this attempt.
            accountSubject: ({ tokens }) => decodeJwt(tokens.idToken ?? '').sub ?? '',
            mapProfileToUser: (claims) => ({ emailVerified: vouches(provider.provider, claims) }),
          },
        ],
      }),
      askForFactor(),
    ],
  });
}

/** Nothing of the provider's is kept but its name for the person. */
const NO_TOKENS = { accessToken: null, refreshToken: null, idToken: null, scope: null };

const isTrue = (claim: unknown): boolean => claim === true || claim === 1 || claim === '1' || claim === 'true';

/**
 * Whether a provider vouches that whoever signs in has the address now. Google does for its own domains, at other
 * addresses it only did once (https://developers.google.com/identity/gsi/web/guides/verify-google-id-token); Microsoft
 * does by a claim that has to be asked for (xms_edov).
 */
export function vouches(provider: ProviderConfig['provider'], claims: Readonly<Record<string, unknown>>): boolean {
  switch (provider) {
    case 'google':
      return (
        isTrue(claims.email_verified) &&
        (typeof claims.hd === 'string' || /@gmail\.com$/i.test(String(claims.email ?? '')))
      );
    case 'microsoft':
      return isTrue(claims.xms_edov);
    case 'oidc':
      return isTrue(claims.email_verified);
  }
}

const CODE_SECONDS = 600; // as after a password

/**
 * Whoever set up a second factor is asked for it whichever way they come. The library asks only after a password: this
 * is what it does there, for the way back from a provider.
 */
const askForFactor = () => ({
  id: 'factor-after-provider',
  hooks: {
    after: [
      {
        matcher: ({ path }: { path?: string }) => path?.startsWith('/callback/') === true,
        handler: createAuthMiddleware(async (c) => {
          const made = c.context.newSession;
          if (!made) return;
          c.setHeader(ACCOUNT_HEADER, made.user.id);
          if (made.user.twoFactorEnabled !== true) return;
          const { internalAdapter } = c.context;
          deleteSessionCookie(c, true);
          await internalAdapter.deleteSession(made.session.token);
          c.context.setNewSession(null);
          const identifier = `2fa-${generateRandomString(20)}`;
          const expiresAt = new Date(Date.now() + CODE_SECONDS * 1000);
          await internalAdapter.createVerificationValue({ value: made.user.id, identifier, expiresAt });
          await internalAdapter.createVerificationValue({
            value: '0',
            identifier: `2fa-attempts-${identifier}`,
            expiresAt,
          });
          const { name, attributes } = c.context.createAuthCookie('two_factor', { maxAge: CODE_SECONDS });
          await c.setSignedCookie(name, identifier, c.context.secret, attributes);
        }),
      },
    ],
  },
});
