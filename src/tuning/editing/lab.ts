import type { Config } from '../../config/index.ts';
import type { Dictionary, DictionaryFile } from '../../detect/index.ts';
import { readFolderInUse } from '../../screening/index.ts';
import { type Db, siteFiles } from '../../store/index.ts';
import type { Tokenize } from '../../text/index.ts';
import { openKeptCases, type ReadCase } from './kept-cases.ts';

/** What changing a dictionary stands on. */
export interface Lab {
  /** In force now; reading them takes a process that judges nothing some seconds. */
  readonly rules: () => Promise<{ readonly dictionary: Dictionary; readonly tokenize: Tokenize }>;
  /** The folder in use, without the rules of the site. */
  readonly shipped: () => Promise<readonly DictionaryFile[]>;
  /** The same, and over it the rules of the site as the store has them now. */
  readonly files: () => Promise<readonly DictionaryFile[]>;
  readonly kept: () => Promise<readonly ReadCase[]>;
  /** More new cases a week than these need a reason. */
  readonly newCasesWithoutReason: number;
}

/** @param rules in force, read when they are asked for */
export const openLab = ({
  config,
  db,
  rules,
}: Pick<Lab, 'rules'> & {
  readonly config: Pick<Config, 'settings' | 'review'>;
  readonly db: Db;
}): Lab => ({
  rules,
  shipped: () => readFolderInUse(config),
  files: async () => [...(await readFolderInUse(config)), ...(await siteFiles(db))],
  kept: openKeptCases(db, async () => (await rules()).tokenize),
  get newCasesWithoutReason() {
    return config.review.newCasesWithoutReason;
  },
});
