import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Context } from '../context.ts';
import { say } from '../messages.ts';
import { readCorpora } from './corpora.ts';

interface Options {
  readonly mails: string[];
  readonly out: string;
}

export function addBackground(program: Command, { io, action }: Context): void {
  program
    .command('background <texts>')
    .description(
      say('無害な実文から学習用の背景を作る', 'make a background for `train` of harmless texts (JSON Lines)'),
    )
    .requiredOption('--mails <file...>', say('ラベル付きメール', 'the labelled mails'))
    .requiredOption('--out <file>', say('書き出す先', 'where to write it'))
    .action(
      action(async (texts: string, { mails, out }: Options) => {
        const [tuning, { loadTokenizer }] = await Promise.all([
          import('../../../lab/index.ts'),
          import('../../../text/index.ts'),
        ]);
        const harmless = tuning.readHarmlessTexts(await readFile(resolve(io.cwd, texts)));
        const set = await tuning.trainingSetInThreads(await readCorpora(mails, io), 'ja');
        const background = await tuning.buildBackground(harmless, set, await loadTokenizer());
        const bytes = tuning.packBackground(background);
        await writeFile(resolve(io.cwd, out), bytes);
        const kept = background.texts.length;
        io.out.write(`${say(`${kept}件`, `${kept} texts`)}: ${out} (${bytes.length} bytes)\n`);
        return 0;
      }),
    );
}
