import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { DictionaryError, meaningOf, problemsInWords } from '../../../detect/index.ts';
import { formatProblem, type Problem } from '../../../util/located-yaml.ts';
import type { Context } from '../context.ts';
import { CommandError, type ExitCode } from '../errors.ts';
import { language, say } from '../messages.ts';
import { printable } from '../terminal/terminal.ts';
import { addDictChanges } from './dict-changes.ts';

export function addDict(program: Command, context: Context): void {
  const { io, load, action } = context;
  const dict = program.command('dict').description(say('辞書', 'dictionaries'));
  dict
    .command('list [folder]')
    .description(say('各項目が何に当たるかを文で示す', 'tell what each entry means (in Japanese)'))
    .action(
      action(async (given: string | undefined) => {
        const { loadDictionary } = await import('../../../screening/index.ts');
        return withFolder(given, async (folder) => {
          for (const rule of (await loadDictionary(folder)).rules.values())
            if (rule.kind === 'entry') io.out.write(`${io.colours.bold(rule.id)}\n  ${printable(meaningOf(rule))}\n`);
          return 0;
        });
      }),
    );
  dict
    .command('check [folder]')
    .description(
      say(
        '辞書を検査し、各項目の例文を実行（既定は設定の辞書）',
        "check a dictionary and run every entry's own examples",
      ),
    )
    .action(
      action(async (given: string | undefined) => {
        const { checkDictionaryFolder } = await import('../../../screening/index.ts');
        return withFolder(given, async (folder) => {
          const { entries, examples, gaps, problems } = await checkDictionaryFolder(folder);
          const counts = say(
            `${entries}項目、例文${examples}件、既知の漏れ${gaps.known}件`,
            `${entries} entries, ${examples} examples, ${gaps.known} known gaps`,
          );
          for (const gap of gaps.closed) io.out.write(`${problemsInWords(formatProblem(gap), language())}\n`);
          if (problems.length > 0) return complain(problems, counts);
          io.out.write(`${io.colours.green('✓')} ${counts}\n`);
          return 0;
        });
      }),
    );

  dict
    .command('migrate [folder]')
    .description(
      say(
        '前の書き方（weight、floor、apprentice）の項目を、いまの書き方（at_least）に直す',
        'write entries in the earlier form (weight, floor, apprentice) as they are written today (at_least)',
      ),
    )
    .action(
      action(async (given: string | undefined) => {
        const [{ migrated }, { readDictionaryFiles }] = await Promise.all([
          import('../../../tuning/index.ts'),
          import('../../../screening/index.ts'),
        ]);
        return withFolder(given, async (folder) => {
          const files = migrated(await readDictionaryFiles(folder));
          for (const { path, text, entries } of files) {
            await writeFile(join(folder, path), text);
            io.out.write(`${path}: ${say(`${entries}項目`, `${entries} entries`)}\n`);
          }
          if (files.length === 0) io.out.write(say('直すところはありません\n', 'Nothing is in the earlier form\n'));
          return 0;
        });
      }),
    );

  addDictChanges(dict, context);

  /** Does something with a folder, and tells what is wrong with it. */
  async function withFolder(given: string | undefined, work: (folder: string) => Promise<ExitCode>): Promise<ExitCode> {
    const { dictionaryFolder } = await import('../../../screening/index.ts');
    const folder = given === undefined ? dictionaryFolder(load().config) : resolve(io.cwd, given);
    try {
      return await work(folder);
    } catch (error) {
      if (error instanceof DictionaryError) return complain(error.problems, null);
      if ((error as NodeJS.ErrnoException).code === 'ENOENT')
        throw new CommandError(say(`${folder} がありません`, `${folder} does not exist`), 2);
      throw error;
    }
  }

  function complain(problems: readonly Problem[], counts: string | null): ExitCode {
    for (const problem of problems) io.err.write(`${problemsInWords(formatProblem(problem), language())}\n`);
    const summary = say(`問題${problems.length}件`, `${problems.length} problems`);
    io.err.write(`${io.colours.red('✗')} ${summary}${counts === null ? '' : ` (${counts})`}\n`);
    return 1;
  }
}
