import { resolve } from 'node:path';
import { z } from 'zod';
import { isSafeAddress } from '../util/safe-address.ts';

const common = {
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'use a-z, 0-9 and -, 40 characters at most')
    .optional(), // part of the redirect address; else as the provider
  label: z.string().min(1).max(40).optional(), // on the button
  clientId: z.string().min(1).max(200),
  clientSecretFile: z.string().optional(), // else KOMAINU_SIGN_IN_<NAME>
};

const Google = z.strictObject({ provider: z.literal('google'), ...common });

/** One tenant only: in the shared ones anybody can claim any address. */
const Microsoft = z.strictObject({
  provider: z.literal('microsoft'),
  tenant: z
    .string()
    .regex(/^[A-Za-z0-9.-]{1,200}$/, 'write the id of the tenant, or one of its domains')
    .refine(
      (tenant) => !['common', 'organizations', 'consumers'].includes(tenant.toLowerCase()),
      'write the id of your own tenant: in this one, anybody can claim any address',
    ),
  ...common,
});

const Oidc = z.strictObject({
  provider: z.literal('oidc'),
  issuer: z.string().refine(isSafeAddress, 'write an https:// address without a password'),
  ...common,
});

/** A provider by which people may sign in to the review app beside their password. Its secret is not part of it. */
export interface ProviderConfig {
  readonly provider: 'google' | 'microsoft' | 'oidc';
  readonly name: string;
  readonly label: string;
  readonly issuer: string; // its configuration is at <issuer>/.well-known/openid-configuration
  readonly clientId: string;
  readonly clientSecretFile: string | null;
}

/** The list `web.signIn`. */
export const WebSignIn = z
  .array(z.discriminatedUnion('provider', [Google, Microsoft, Oidc]).transform(providerOf))
  .refine((list) => new Set(list.map(({ name }) => name)).size === list.length, 'two of them have the same name')
  .default([]);

const LABELS = { google: 'Google', microsoft: 'Microsoft' } as const;

function providerOf(written: z.output<typeof Google | typeof Microsoft | typeof Oidc>): ProviderConfig {
  const { provider, clientId } = written;
  const name = written.name ?? provider;
  return {
    provider,
    name,
    label: written.label ?? (provider === 'oidc' ? name : LABELS[provider]),
    issuer: issuerOf(written),
    clientId,
    clientSecretFile: written.clientSecretFile ?? null,
  };
}

function issuerOf(written: z.output<typeof Google | typeof Microsoft | typeof Oidc>): string {
  switch (written.provider) {
    case 'google':
      return 'https://accounts.google.com';
    case 'microsoft':
      return `https://login.microsoftonline.com/${written.tenant}/v2.0`;
    case 'oidc':
      return written.issuer.replace(/\/$/, '');
  }
}

export const withProviderPaths = (provider: ProviderConfig, base: string): ProviderConfig => ({
  ...provider,
  clientSecretFile: provider.clientSecretFile && resolve(base, provider.clientSecretFile),
});
