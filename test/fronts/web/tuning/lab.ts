import { compileDictionary, type Dictionary } from '../../../../src/detect/index.ts';
import { type Db, siteFiles } from '../../../../src/store/index.ts';
import { loadTokenizer } from '../../../../src/text/index.ts';
import { type Lab, openKeptCases } from '../../../../src/tuning/index.ts';
import { actFile, dictionaryFiles } from '../../../support/dictionary.ts';

const tokenize = await loadTokenizer();

/** Dictionaries that a desk may change; what is in force is what its store says, as every process takes it over. */
export function writableLab() {
  const shipped = dictionaryFiles({
    'insult-person.yaml': actFile(
      'insult-person',
      `expressions:
  # 無能について
  - { id: test.entry, say: [無能], at_least: review, match: [お前は無能だ], not: [有能な方です] }`,
    ),
    'grammar/contexts.yaml': 'contexts: []\n',
  });
  let dictionary = compileDictionary(shipped, tokenize);
  let db: Db | null = null;
  const files = async () => [...shipped, ...(await siteFiles(db!))];
  const rules = async () => {
    dictionary = compileDictionary(await files(), tokenize);
    return { dictionary, tokenize };
  };
  const lab: Lab = {
    rules,
    shipped: async () => shipped,
    files,
    kept: () => openKeptCases(db!, async () => tokenize)(),
    newCasesWithoutReason: 5,
  };
  return {
    lab,
    dictionary: (): Dictionary => dictionary,
    /** The cases that are kept, and the rules of the site, are those of this store. */
    begin(own: Db): void {
      db = own;
    },
    /** What the site has over the folder, as YAML. */
    text: async () =>
      (await files())
        .slice(shipped.length)
        .map(({ text }) => text)
        .join(''),
  };
}
