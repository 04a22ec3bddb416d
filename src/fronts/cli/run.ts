import { type ExitCode, reportError } from './errors.ts';
import type { Io } from './io.ts';
import { languageOf, speaking } from './messages.ts';
import { createProgram } from './program.ts';

/** Runs the command that `argv` (without node and script) names. Never throws; what went wrong is on `io.err`. */
export const run = (argv: readonly string[], io: Io): Promise<ExitCode> =>
  speaking(languageOf(argv, io.env), () => runSpoken(argv, io));

async function runSpoken(argv: readonly string[], io: Io): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = createProgram(io, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return reportError(error, io);
  }
}
