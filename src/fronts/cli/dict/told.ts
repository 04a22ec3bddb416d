import { resolve } from 'node:path';
import { DictionaryError, problemsInWords } from '../../../detect/index.ts';
import { formatProblem, type Problem } from '../../../util/located-yaml.ts';
import type { Context } from '../context.ts';
import { CommandError, type ExitCode } from '../errors.ts';
import type { Io } from '../io.ts';
import { language, say } from '../messages.ts';

/** Does something with a folder of dictionaries, the one in use unless given, and tells what is wrong with it. */
export async function told(
  { io, load }: Pick<Context, 'io' | 'load'>,
  given: string | undefined,
  work: (folder: string) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { dictionaryFolder } = await import('../../../screening/index.ts');
  const folder = given === undefined ? dictionaryFolder(load().config) : resolve(io.cwd, given);
  try {
    return await work(folder);
  } catch (error) {
    if (error instanceof DictionaryError) return complain(io, error.problems, null);
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new CommandError(say(`${folder} がありません`, `${folder} does not exist`), 2);
    throw error;
  }
}

export function complain(io: Io, problems: readonly Problem[], counts: string | null): ExitCode {
  for (const problem of problems) io.err.write(`${problemsInWords(formatProblem(problem), language())}\n`);
  const summary = say(`問題${problems.length}件`, `${problems.length} problems`);
  io.err.write(`${io.colours.red('✗')} ${summary}${counts === null ? '' : ` (${counts})`}\n`);
  return 1;
}
