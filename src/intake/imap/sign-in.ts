import { join } from 'node:path';
import type { Config, ImapSourceConfig, Secrets } from '../../config/index.ts';
import type { Logger } from '../../util/log.ts';
import { createIssuer, createTokens, type Tokens } from '../oauth/index.ts';

/** How a source proves to its server who it is. */
export type SignIn =
  | { readonly kind: 'password'; readonly password: string | null } // null: none is configured
  | { readonly kind: 'tokens'; readonly tokens: Tokens };

type SourceSecrets = Pick<Secrets, 'passwords' | 'signIns'>;

/** The sign-in of each source, the same one at each call: connections of one source share its token. */
export type SignIns = (source: ImapSourceConfig) => SignIn;

export function createSignIns({ dataPath }: Pick<Config, 'dataPath'>, secrets: SourceSecrets, log: Logger): SignIns {
  const made = new Map<string, SignIn>();
  return (source) => {
    const signIn = made.get(source.name) ?? createSignIn(source, secrets, dataPath, log);
    made.set(source.name, signIn);
    return signIn;
  };
}

function createSignIn(
  { name, user, signIn }: ImapSourceConfig,
  secrets: SourceSecrets,
  dataPath: string,
  log: Logger,
): SignIn {
  if (signIn === undefined) return { kind: 'password', password: secrets.passwords.get(name) ?? null };
  const issue = createIssuer({
    source: name,
    user,
    signIn,
    secrets: secrets.signIns.get(name) ?? { clientSecret: null, refreshToken: null, serviceAccountKey: null },
    keptPath: join(dataPath, 'sign-in', `${name}.json`),
    log,
  });
  return { kind: 'tokens', tokens: createTokens(issue) };
}
