import type { Config } from '../../config/index.ts';
import type { Dictionary } from '../../detect/index.ts';
import { type DictionaryFolder, openDictionaryFolder } from '../../screening/index.ts';
import type { Db } from '../../store/index.ts';
import type { Tokenize } from '../../text/index.ts';
import { openKeptCases, type ReadCase } from './kept-cases.ts';

/** What changing a dictionary stands on. */
export interface Lab {
  /** In force now; reading them takes a process that judges nothing some seconds. */
  readonly rules: () => Promise<{ readonly dictionary: Dictionary; readonly tokenize: Tokenize }>;
  readonly folder: DictionaryFolder;
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
  readonly config: Pick<Config, 'settings' | 'dataPath' | 'review'>;
  readonly db: Db;
}): Lab => ({
  rules,
  folder: openDictionaryFolder(config),
  kept: openKeptCases(db, async () => (await rules()).tokenize),
  newCasesWithoutReason: config.review.newCasesWithoutReason,
});
