import { processIo } from './io.ts';
import { run } from './run.ts';

/** What a forgotten connection gets before the process is ended. Milliseconds. */
const GRACE_MS = 2000;

/** Runs one command in this process and leaves its exit code behind. */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(); // `komainu scan … | head`: the reader has seen enough
  });
  process.exitCode = await run(argv, processIo());
  setTimeout(() => process.exit(), GRACE_MS).unref();
}
