import { join } from 'node:path';
import type { Config, ImapSourceConfig, Secrets } from '../../config/index.ts';
import type { Logger } from '../../util/log.ts';
import { createIssuer, createTokens, type TokenPlace, type Tokens, tokenFile } from '../oauth/index.ts';

/** How a source proves to its server who it is. */
export type SignIn =
  | { readonly kind: 'password'; readonly password: string | null } // null: none is configured
  | { readonly kind: 'tokens'; readonly tokens: Tokens };

type SourceSecrets = Pick<Secrets, 'passwords' | 'signIns'>;

/** The sign-in of each source, the same one at each call until it is configured otherwise: connections of one source share its token. */
export type SignIns = (source: ImapSourceConfig) => SignIn;

/** @param keptAt where the refresh token of a source is kept that its provider changes; null: in a file of the data folder */
export function createSignIns(
  { dataPath }: Pick<Config, 'dataPath'>,
  secrets: SourceSecrets,
  log: Logger,
  keptAt: (source: string) => TokenPlace | null = () => null,
): SignIns {
  const inFolder = (name: string) => tokenFile(join(dataPath, 'sign-in', `${name}.json`));
  const made = new Map<string, { readonly of: string; readonly signIn: SignIn }>();
  return (source) => {
    const { name, user, signIn: how } = source;
    const of = JSON.stringify([user, how, secrets.passwords.get(name), secrets.signIns.get(name)]);
    const known = made.get(name);
    if (known?.of === of) return known.signIn;
    const signIn = createSignIn(source, secrets, keptAt(name) ?? inFolder(name), log);
    made.set(name, { of, signIn });
    return signIn;
  };
}

function createSignIn(
  { name, user, signIn }: ImapSourceConfig,
  secrets: SourceSecrets,
  kept: TokenPlace,
  log: Logger,
): SignIn {
  if (signIn === undefined) return { kind: 'password', password: secrets.passwords.get(name) ?? null };
  const issue = createIssuer({
    source: name,
    user,
    signIn,
    secrets: secrets.signIns.get(name) ?? { clientSecret: null, refreshToken: null, serviceAccountKey: null },
    kept,
    log,
  });
  return { kind: 'tokens', tokens: createTokens(issue) };
}
