import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { JUDGED_LANGUAGES } from '../../../detect/index.ts';
import type { Background, NamedCorpus } from '../../../lab/index.ts';
import { CommandError } from '../errors.ts';
import type { Io } from '../io.ts';
import { say } from '../messages.ts';

/** Reads files of labelled mails. @throws CommandError for one that cannot be read, CorpusError for one that is none. */
export async function readCorpora(files: readonly string[], io: Io): Promise<Omit<NamedCorpus, 'training'>[]> {
  const { readCorpus } = await import('../../../lab/index.ts');
  return Promise.all(
    files.map(async (file) => ({
      name: basename(file, '.jsonl'),
      ...languageIn(file),
      file: readCorpus(await textOf(resolve(io.cwd, file), file), file),
    })),
  );
}

/** Mails that are not Japanese lie in a folder that is named after their language. */
function languageIn(file: string): Pick<NamedCorpus, 'language'> {
  const language = JUDGED_LANGUAGES.find((one) => one === basename(dirname(file)));
  return language === undefined ? {} : { language };
}

/** The background that a file holds; null without a file. @throws CommandError when it cannot be read. */
export async function readBackground(file: string | undefined, io: Io): Promise<Background | null> {
  if (file === undefined) return null;
  const { unpackBackground } = await import('../../../lab/index.ts');
  return unpackBackground(await bytesOf(resolve(io.cwd, file), file));
}

const textOf = async (path: string, file: string): Promise<string> => (await bytesOf(path, file)).toString('utf8');

async function bytesOf(path: string, file: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new CommandError(
      `${say(`${file} を読めません`, `${file} cannot be read`)}: ${(cause as NodeJS.ErrnoException).code}`,
      2,
    );
  }
}
