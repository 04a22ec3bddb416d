import type { Keys, LoadedConfig } from '../../config/index.ts';
import { createSignIns, type SignIns, type TokenPlace } from '../../intake/index.ts';
import { type Db, keepRefreshToken, keptRefreshToken } from '../../store/index.ts';
import type { Logger } from '../../util/log.ts';
import type { LiveSettings } from './live.ts';

interface SignInDeps {
  readonly settings: Pick<LiveSettings, 'view' | 'current'>;
  readonly keys: Pick<Keys, 'seal' | 'unseal'>;
  readonly db: Db;
  readonly log: Logger;
}

/**
 * How the sources sign in. A refresh token that its provider changes is kept where the source is: sealed in the store, for all hosts, or in a
 * file of the data folder for one of komainu.yaml.
 */
export function signInsFor({ settings, keys, db, log }: SignInDeps): SignIns {
  const { config, secrets } = settings.view;
  return createSignIns(config, secrets, log, keptTokens({ settings, keys, db }));
}

/** Where the tokens of a source are kept that its provider changes; null: in a file of the data folder. */
export const keptTokens =
  ({
    settings,
    keys,
    db,
  }: Omit<SignInDeps, 'log' | 'settings'> & { readonly settings: Pick<LiveSettings, 'current'> }) =>
  (name: string): TokenPlace | null =>
    inFile(settings.current(), name) ? null : inStore(db, keys, name);

const inFile = ({ written }: LoadedConfig, name: string): boolean => written.has(`source/${name}`);

function inStore(db: Db, keys: Pick<Keys, 'seal' | 'unseal'>, name: string): TokenPlace {
  const about = `source/${name}/kept`;
  return {
    async read() {
      const sealed = await keptRefreshToken(db, name);
      return (sealed && keys.unseal(sealed, about)) ?? '';
    },
    write: (text) => keepRefreshToken(db, name, keys.seal(text, about)),
  };
}
