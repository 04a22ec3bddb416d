import { join } from 'node:path';
import {
  type Config,
  type Keys,
  type LoadedConfig,
  loadKeys,
  loadWithoutFile,
  type Secrets,
} from '../../src/config/index.ts';
import { type LiveSettings, watchSettings } from '../../src/services/set-up/live.ts';
import type { Db } from '../../src/store/index.ts';
import { createLogger } from '../../src/util/log.ts';

/** Settings that stay as they are: for services of which a test changes none. */
export const fixedSettings = (config: Config, secrets: Secrets): LiveSettings => ({
  view: { config, secrets },
  current: () => ({
    config,
    secrets,
    written: new Map(config.sources.map(({ name }) => [`source/${name}`, {} as never])),
  }),
  list: async () => [],
  environment: () => [],
  seal: () => null,
  unseal: () => null,
  refresh: async () => {},
  beginReal: null,
  onChange: () => ({ [Symbol.dispose]() {} }),
  async [Symbol.asyncDispose]() {},
});

/** The settings of a store as a service has them. A change is taken at once by whoever makes it, and by the others after `lookEveryMs`. */
export async function openTestSettings(
  db: Db,
  folder: string,
  given: { loaded?: LoadedConfig; env?: NodeJS.ProcessEnv; keys?: Keys; lookEveryMs?: number } = {},
): Promise<LiveSettings> {
  const { env = {}, lookEveryMs = 3_600_000 } = given;
  return watchSettings({
    loaded: given.loaded ?? loadWithoutFile(env, folder),
    env,
    keys: given.keys ?? (await loadKeys(join(folder, 'keys'), env)),
    db,
    log: createLogger('silent'),
    lookEveryMs,
  });
}
