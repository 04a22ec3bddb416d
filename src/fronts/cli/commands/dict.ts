import { resolve } from 'node:path';
import type { Command } from 'commander';
import { DictionaryError } from '../../../detect/index.ts';
import { formatProblem, type Problem } from '../../../util/located-yaml.ts';
import type { Context } from '../context.ts';
import { CommandError, type ExitCode } from '../errors.ts';
import { both } from '../messages.ts';

export function addDict(program: Command, { io, load, action }: Context): void {
  program
    .command('dict')
    .description(both('辞書', 'dictionaries'))
    .command('check [folder]')
    .description(
      both(
        '辞書を検査し、各項目の例文を実行（既定は設定の辞書）',
        "check a dictionary and run every entry's own examples",
      ),
    )
    .action(
      action(async (given: string | undefined) => {
        const { checkDictionaryFolder, dictionaryFolder } = await import('../../../screening/index.ts');
        const folder = given === undefined ? dictionaryFolder(load().config) : resolve(io.cwd, given);
        try {
          const { entries, examples, problems } = await checkDictionaryFolder(folder);
          const counts = both(`${entries}項目、例文${examples}件`, `${entries} entries, ${examples} examples`);
          if (problems.length > 0) return complain(problems, counts);
          io.out.write(`${io.colours.green('✓')} ${counts}\n`);
          return 0;
        } catch (error) {
          if (error instanceof DictionaryError) return complain(error.problems, null);
          if ((error as NodeJS.ErrnoException).code === 'ENOENT')
            throw new CommandError(both(`${folder} がありません`, `${folder} does not exist`), 2);
          throw error;
        }
      }),
    );

  function complain(problems: readonly Problem[], counts: string | null): ExitCode {
    for (const problem of problems) io.err.write(`${formatProblem(problem)}\n`);
    const summary = both(`問題${problems.length}件`, `${problems.length} problems`);
    io.err.write(`${io.colours.red('✗')} ${summary}${counts === null ? '' : ` (${counts})`}\n`);
    return 1;
  }
}
