import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { CorpusFile } from '../../../tuning/index.ts';
import { CommandError } from '../errors.ts';
import type { Io } from '../io.ts';
import { both } from '../messages.ts';

/** Reads files of labelled mails. @throws CommandError for one that cannot be read, CorpusError for one that is none. */
export async function readCorpora(files: readonly string[], io: Io): Promise<{ name: string; file: CorpusFile }[]> {
  const { readCorpus } = await import('../../../tuning/index.ts');
  return Promise.all(
    files.map(async (file) => ({
      name: basename(file, '.jsonl'),
      file: readCorpus(await textOf(resolve(io.cwd, file), file), file),
    })),
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
