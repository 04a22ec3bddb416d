import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { openAuditLog, takeRules } from '../actions/index.ts';
import type { Config, Keys } from '../config/index.ts';
import {
  compileInThread,
  type LiveRules,
  readDictionaryFiles,
  readFolderInUse,
  watchRules,
} from '../screening/index.ts';
import { type Db, siteFiles, siteStamp } from '../store/index.ts';
import { rulesIn } from '../tuning/index.ts';
import type { Logger } from '../util/log.ts';

export interface RulesDeps {
  readonly config: Config;
  readonly keys: Pick<Keys, 'audit'>;
  readonly db: Db;
  readonly log: Logger;
}

/** The rules in force, those of the site included. @throws DictionaryError when the folder is broken */
export async function startRules(deps: RulesDeps): Promise<LiveRules> {
  const { config, db, log } = deps;
  await takeSiteFolder(deps);
  const site = {
    // Rules are compiled for a time zone.
    stamp: async () => `${await siteStamp(db)} ${config.company.timeZone}`,
    read: () => siteFiles(db),
  };
  return watchRules(config, site, log, { compile: compileInThread });
}

/**
 * Takes the entries of a site into the store that earlier versions kept as files in the data folder, once: the folder is put aside. What the
 * store says already stays, so that a folder that was copied to another host takes nothing back.
 */
async function takeSiteFolder({ config, keys, db, log }: RulesDeps): Promise<void> {
  const folder = join(config.dataPath, 'dictionaries');
  const files = await readDictionaryFiles(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (files === null) return;
  const now = () => new Date();
  const audit = openAuditLog({ db, key: keys.audit, dataPath: config.dataPath, log });
  const lab = { shipped: () => readFolderInUse(config) };
  const taken = await takeRules({ audit, now, lab }, { kind: 'service' }, rulesIn(files), { mode: 'fill', reason: '' });
  const aside = `${folder}.taken-${now().toISOString().replace(/\D/g, '').slice(0, 14)}`;
  await rename(folder, aside).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return; // another process of this folder was first
    log.warn({ code: error.code }, 'the folder of dictionaries in the data folder cannot be put aside');
  });
  log.warn(
    { taken: taken.changed.length, otherInStore: taken.other, aside },
    'the entries of the site lie in the store now; to edit them as files: komainu dict export, dict import',
  );
}
