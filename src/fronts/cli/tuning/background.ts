import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { JUDGED_LANGUAGES, type JudgedLanguage } from '../../../detect/index.ts';
import type { Context } from '../context.ts';
import { say } from '../messages.ts';
import { readCorpora } from './corpora.ts';

interface Options {
  readonly mails: string[];
  readonly language: JudgedLanguage;
  readonly out: string;
}

export function addBackground(program: Command, { io, action }: Context): void {
  program
    .command('background <texts>')
    .description(
      say('無害な実文から学習用の背景を作る', 'make a background for `train` of harmless texts (JSON Lines)'),
    )
    .requiredOption('--mails <file...>', say('ラベル付きメール', 'the labelled mails'))
    .addOption(
      new Option('--language <language>', say('実文とメールの言語', 'the language of texts and mails'))
        .choices(JUDGED_LANGUAGES)
        .default('ja'),
    )
    .requiredOption('--out <file>', say('書き出す先', 'where to write it'))
    .action(
      action(async (texts: string, { mails, language, out }: Options) => {
        const [tuning, { loadTokenizer }] = await Promise.all([
          import('../../../lab/index.ts'),
          import('../../../text/index.ts'),
        ]);
        const harmless = tuning.readHarmlessTexts(await readFile(resolve(io.cwd, texts)));
        const set = await tuning.trainingSetInThreads(await readCorpora(mails, io), language);
        const background = await tuning.buildBackground(harmless, set, await loadTokenizer(), language);
        const bytes = tuning.packBackground(background);
        await writeFile(resolve(io.cwd, out), bytes);
        const kept = background.texts.length;
        io.out.write(`${say(`${kept}件`, `${kept} texts`)}: ${out} (${bytes.length} bytes)\n`);
        return 0;
      }),
    );
}
