import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { both } from '../messages.ts';
import { readCorpora } from './corpora.ts';

export function addTrain(program: Command, { io, load, action }: Context): void {
  program
    .command('train <file...>')
    .description(both('ラベル付きメールから判定器を学習', 'train the classifier on labelled mails (JSON Lines)'))
    .requiredOption('--out <file>', both('書き出す先', 'where to write the model'))
    .action(
      action(async (files: string[], { out }: { out: string }) => {
        const [{ trainClassifier, trainingSet }, { loadRules }] = await Promise.all([
          import('../../../tuning/index.ts'),
          import('../../../screening/index.ts'),
        ]);
        const corpora = await readCorpora(files, io);
        const mails = await trainingSet(
          corpora.map(({ file }) => file),
          await loadRules(load().config),
        );
        const { model } = trainClassifier(mails);
        const text = `${JSON.stringify(model, null, 1)}\n`;
        await writeFile(resolve(io.cwd, out), text);
        io.out.write(
          `${both(`${mails.length}通から学習`, `trained on ${mails.length} mails`)}: ${out} (${text.length} bytes)\n`,
        );
        return 0;
      }),
    );
}
