import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../../../src/config/index.ts';
import { compileDictionary, type Dictionary } from '../../../../src/detect/index.ts';
import { openDictionaryFolder } from '../../../../src/screening/index.ts';
import type { Db } from '../../../../src/store/index.ts';
import { loadTokenizer } from '../../../../src/text/index.ts';
import { type Lab, openKeptCases } from '../../../../src/tuning/index.ts';
import { actFile, dictionaryFiles } from '../../../support/dictionary.ts';

const tokenize = await loadTokenizer();

/** A folder of dictionaries that a desk may change; what is in force is what its files say, as hot reload would have it. */
export function writableLab() {
  const home = mkdtempSync(join(tmpdir(), 'komainu-lab-'));
  writeFileSync(join(home, 'komainu.yaml'), 'settings: { dictionaries: . }\nstore: { path: data }\n');
  const files = dictionaryFiles({
    'insult-person.yaml': actFile(
      'insult-person',
      `expressions:
  # 無能について
  - { id: test.entry, say: [無能], at_least: review, match: [お前は無能だ], not: [有能な方です] }`,
    ),
    'grammar/contexts.yaml': 'contexts: []\n',
  });
  const folder = openDictionaryFolder(loadConfig(null, {}, home).config);
  let dictionary = compileDictionary(files, tokenize);
  let db: Db | null = null;
  const rules = async () => {
    const now = (await folder.read()).filter(({ path }) => path !== 'komainu.yaml');
    dictionary = compileDictionary(now, tokenize);
    return { dictionary, tokenize };
  };
  const lab: Lab = {
    rules,
    folder: { ...folder, read: async () => (await folder.read()).filter(({ path }) => path !== 'komainu.yaml') },
    kept: () => openKeptCases(db!, async () => tokenize)(),
    newCasesWithoutReason: 5,
  };
  return {
    home,
    lab,
    dictionary: (): Dictionary => dictionary,
    /** Writes the files; the cases that are kept are those of this store. */
    async begin(own: Db): Promise<void> {
      db = own;
      for (const { path, text } of files) await folder.write(path, text, null);
    },
    stop: () => rmSync(home, { recursive: true, force: true }),
  };
}
