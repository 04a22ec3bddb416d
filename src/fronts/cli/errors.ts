import { CommanderError } from 'commander';
import { ConfigError } from '../../config/index.ts';
import type { Io } from './io.ts';
import { both } from './messages.ts';

/** 0 done, 1 failed or finding, 2 usage or configuration. */
export type ExitCode = 0 | 1 | 2;

/** The command cannot do what was asked; the message is for the person at the terminal. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code = 'command';
  readonly exitCode: ExitCode;
  constructor(message: string, exitCode: ExitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Says what went wrong, unless commander did, and which exit code that is. */
export function reportError(error: unknown, { err, colours }: Io): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof ConfigError) {
    err.write(`${colours.red(both('設定に誤りがあります', 'The configuration is wrong'))}\n${message}\n`);
    return 2;
  }
  err.write(`${colours.red(both('失敗しました', 'Failed'))}: ${message}\n`);
  return error instanceof CommandError ? error.exitCode : 1;
}
