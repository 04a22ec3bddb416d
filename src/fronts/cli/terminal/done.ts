import { Option } from 'commander';
import type { Context } from '../context.ts';
import type { ExitCode } from '../errors.ts';
import { say } from '../messages.ts';
import { jsonLine } from './terminal.ts';

/** `--json` of a command that prints one thing. */
export const jsonOption = (): Option => new Option('--json', say('JSON で出力', 'print JSON'));

/** Prints what the local API answered: as JSON, or as a sentence. */
export function tell(
  { io }: Pick<Context, 'io'>,
  json: boolean | undefined,
  answer: unknown,
  sentence: string,
): ExitCode {
  io.out.write(`${json ? jsonLine(answer) : sentence}\n`);
  return 0;
}
