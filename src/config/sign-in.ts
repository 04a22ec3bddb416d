import { resolve } from 'node:path';
import { z } from 'zod';
import { isSafeAddress } from '../util/safe-address.ts';

const clientId = z.string().min(1).max(200);
const files = {
  clientSecretFile: z.string().optional(), // else KOMAINU_CLIENT_SECRET_<NAME>
  refreshTokenFile: z.string().optional(), // else KOMAINU_REFRESH_TOKEN_<NAME>
  keyFile: z.string().optional(), // else KOMAINU_SERVICE_ACCOUNT_KEY_<NAME>
};
const Grant = z.enum(['client-credentials', 'refresh-token', 'service-account']);

const Microsoft = z.strictObject({
  provider: z.literal('microsoft'),
  grant: Grant.exclude(['service-account']).default('client-credentials'),
  tenant: z.string().regex(/^[A-Za-z0-9.-]{1,200}$/, 'write the id of the tenant, or one of its domains'),
  clientId,
  ...files,
});

const Google = z.strictObject({
  provider: z.literal('google'),
  grant: Grant.exclude(['client-credentials']).default('service-account'),
  clientId: clientId.optional(), // a service account has its own in its key
  ...files,
});

const Custom = z.strictObject({
  provider: z.literal('custom'),
  grant: Grant,
  tokenUrl: z.string().refine(isSafeAddress, 'write an https:// address without a password'),
  scope: z.string().min(1).max(1000).optional(),
  clientId: clientId.optional(),
  ...files,
});

/** The block `signIn` of an IMAP source: how it gets its OAuth2 access tokens. Secrets are not part of it. */
export const SignIn = z
  .discriminatedUnion('provider', [Microsoft, Google, Custom])
  .superRefine(({ grant, clientId }, context) => {
    if (grant !== 'service-account' && clientId === undefined)
      context.addIssue({ code: 'custom', path: ['clientId'], message: `${grant} needs it` });
  });

export type SignInConfig = z.output<typeof SignIn>;

/** What a sign-in needs besides its configuration; null: not configured. */
export interface SignInSecrets {
  readonly clientSecret: string | null;
  readonly refreshToken: string | null;
  readonly serviceAccountKey: string | null; // the JSON file of a Google service account
}

export const withSignInPaths = (signIn: SignInConfig, base: string): SignInConfig => ({
  ...signIn,
  ...Object.fromEntries(
    (['clientSecretFile', 'refreshTokenFile', 'keyFile'] as const).flatMap((key) => {
      const file = signIn[key];
      return file === undefined ? [] : [[key, resolve(base, file)]];
    }),
  ),
});
