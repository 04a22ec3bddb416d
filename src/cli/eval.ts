import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { Context } from './context.ts';
import { CommandError } from './errors.ts';
import { evaluationText } from './evaluation-text.ts';
import { createProgress } from './progress.ts';
import { READER_MODES, type ReaderMode, withReader } from './reader-mode.ts';
import { both } from './words.ts';

export function addEval(program: Command, { io, load, action }: Context): void {
  program
    .command('eval <file...>')
    .description(
      both('ラベル付きメール（JSON Lines）で精度を測る', 'measure precision and recall on labelled mails (JSON Lines)'),
    )
    .addOption(new Option('--reader <mode>', both('学習した判定器', 'the learned reader')).choices(READER_MODES))
    .option('--json', both('JSONで出力', 'print JSON'))
    .action(
      action(async (files: string[], { reader, json }: { reader?: ReaderMode; json?: true }) => {
        const { config } = load();
        const { addresses } = config.company;
        const [{ evaluate, matchesAddress, readCorpus }, { loadRules }, { screen }] = await Promise.all([
          import('../tuning/index.ts'),
          import('../rules.ts'),
          import('../screen.ts'),
        ]);
        const corpora = await Promise.all(
          files.map(async (file) => readCorpus(await textOf(resolve(io.cwd, file), file), file)),
        );
        const rules = withReader(await loadRules(config), reader ?? null);
        const rows = corpora.reduce((sum, corpus) => sum + corpus.rows.length, 0);
        const progress = createProgress(rows, io);
        const result = await evaluate(corpora, (mail, historyOf) => screen(mail, rules, historyOf), {
          own: addresses.length > 0 ? matchesAddress(addresses) : null,
          onMail: () => progress.advance(1),
        });
        progress.end();
        io.out.write(json ? `${JSON.stringify(result)}\n` : evaluationText(result, io));
        return 0;
      }),
    );
}

async function textOf(path: string, file: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new CommandError(
      `${both(`${file} を読めません`, `${file} cannot be read`)}: ${(cause as NodeJS.ErrnoException).code}`,
      2,
    );
  }
}
