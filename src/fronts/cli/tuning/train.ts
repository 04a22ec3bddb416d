import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { JUDGED_LANGUAGES, type JudgedLanguage } from '../../../detect/index.ts';
import type { HeldOutFigures } from '../../../lab/index.ts';
import type { Context } from '../context.ts';
import { say } from '../messages.ts';
import { table } from '../terminal/table.ts';
import { withoutClassifier } from './classifier-mode.ts';
import { readBackground, readCorpora } from './corpora.ts';
import { readFunctionalFolder } from './functional.ts';

interface Options {
  readonly background?: string;
  readonly functional?: string;
  readonly language: JudgedLanguage;
  readonly out: string;
}

export function addTrain(program: Command, { io, load, action }: Context): void {
  program
    .command('train <file...>')
    .description(say('ラベル付きメールから判定器を学習', 'train the classifier on labelled mails (JSON Lines)'))
    .option('--background <file>', say('無害な実文（`background` で作る）', 'harmless texts, made by `background`'))
    .option('--functional <folder>', say('例題として学ぶ機能テスト', 'functional tests to learn from, too'))
    .addOption(
      new Option('--language <language>', say('メールの言語', 'the language of the mails'))
        .choices(JUDGED_LANGUAGES)
        .default('ja'),
    )
    .requiredOption('--out <file>', say('書き出す先', 'where to write the model'))
    .action(
      action(async (files: string[], { background, functional, language, out }: Options) => {
        const [tuning, { loadRules }] = await Promise.all([
          import('../../../lab/index.ts'),
          import('../../../screening/index.ts'),
        ]);
        const { dictionary, tokenize } = await loadRules(withoutClassifier(load().config));
        const mails = await tuning.trainingSetInThreads(await readCorpora(files, io), language);
        const { model, heldOut } = await tuning.trainInThreads({
          language,
          mails,
          exercises:
            functional === undefined
              ? []
              : await tuning.exercisesOf(await readFunctionalFolder(functional, io), tokenize, language),
          background: await readBackground(background, io),
        });
        const json = `${JSON.stringify(model, null, 1)}\n`;
        await writeFile(resolve(io.cwd, out), json);
        const figures = tuning.heldOutFigures(heldOut, dictionary.scoring.thresholds);
        io.out.write(
          table(
            ['held out', 'harassment', 'flagged', 'surfaced', 'good', 'flagged', 'surfaced'].map((title) => ({
              title,
            })),
            figures.map(cells),
            io,
          ),
        );
        io.out.write(
          `${say(`${mails.length}通から学習`, `trained on ${mails.length} mails`)}: ${out} (${json.length} bytes)\n`,
        );
        return 0;
      }),
    );
}

const cells = ({ from, harassment, good }: HeldOutFigures): string[] => [
  from,
  ...[harassment, good].flatMap((shares) =>
    shares === null ? ['–', '–', '–'] : [String(shares.texts), percent(shares.flagged), percent(shares.surfaced)],
  ),
];

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
