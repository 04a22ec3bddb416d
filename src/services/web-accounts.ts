import { AccountError, auditActorOf } from '../actions/index.ts';
import type { Accounts } from '../actions/sign-in/index.ts';
import { type Config, ConfigError, type Secrets, variable } from '../config/index.ts';

/** @throws ConfigError when the secret of one is missing. */
export const providersOf = ({ web: { signIn } }: Config, secrets: Secrets) =>
  signIn.map((provider) => {
    const clientSecret = secrets.providers.get(provider.name);
    if (clientSecret === undefined)
      throw new ConfigError(
        `web.signIn.${provider.name}: give the client secret in ${variable('SIGN_IN', provider.name)}, or clientSecretFile.`,
      );
    return { config: provider, clientSecret };
  });

/** While nobody has an account, whoever can read the terminal may make the first one. Of several hosts the last link works. */
export async function firstLink(
  accounts: Accounts,
  url: string,
  now: () => Date,
  find: false | ((email: string) => Promise<unknown>), // in sample mode, where invented people have accounts before
): Promise<string | null> {
  const first = { email: 'admin@example.com', name: '管理者', roles: ['admin', 'lead'] } as const;
  const isThere = find ? (await find(first.email)) !== null : (await accounts.count()) > 0;
  if (isThere) return null;
  const token = await accounts.invite(first, auditActorOf({ kind: 'service' }, now())).catch((error) => {
    if (error instanceof AccountError && error.code === 'exists') return null; // by the link of another host, just now
    throw error;
  });
  return token && new URL(`/welcome/${token}`, url).href;
}
