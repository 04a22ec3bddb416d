import { CommanderError } from 'commander';
import { ConfigError } from '../../config/index.ts';
import { DictionaryError, problemsInWords } from '../../detect/index.ts';
import { inLanguage } from '../../util/both-languages.ts';
import type { Io } from './io.ts';
import { language, say } from './messages.ts';

/** What the exit code of every command means. Programs test for them: a code keeps its meaning. */
export const EXIT_CODES = {
  0: ['済んだ', 'done'],
  1: ['失敗した、または見つけるべきものが見つかった', 'failed, or found what it looks for'],
  2: [
    '使い方か設定の誤り。または、この版では使えない保存先',
    'wrong usage or configuration, or a store that this version cannot use',
  ],
  3: ['分からない（audit verify）', 'cannot be told (audit verify)'],
} as const;
const STORE_UNFIT = 'store-unfit'; // of StoreUnfitError: the store is loaded by those who open it alone
export type ExitCode = keyof typeof EXIT_CODES;

/** The command cannot do what was asked; the message is for the person at the terminal. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code = 'command';
  readonly exitCode: ExitCode;
  constructor(message: string, exitCode: ExitCode = 1, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

/** What an error says, in the language of the command that runs. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error instanceof DictionaryError
    ? problemsInWords(error.message, language())
    : inLanguage(error.message, language());
}

/** Says what went wrong, unless commander did, and which exit code that is. */
export function reportError(error: unknown, { err, colours }: Io): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const message = sentenceOf(error);
  if (error instanceof ConfigError) {
    err.write(`${colours.red(say('設定に誤りがあります', 'The configuration is wrong'))}\n${message}\n`);
    return 2;
  }
  err.write(`${colours.red(say('失敗しました', 'Failed'))}: ${message}\n`);
  if (error instanceof CommandError) return error.exitCode;
  return (error as { code?: unknown } | null)?.code === STORE_UNFIT ? 2 : 1;
}
