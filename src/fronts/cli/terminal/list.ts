import { Option } from 'commander';
import type { Io } from '../io.ts';
import { say } from '../messages.ts';
import { table } from './table.ts';
import { jsonLine, printable } from './terminal.ts';

/** `--json` of a command that lists: `ja` and `en` say what stands on a line. */
export const linesOption = (ja: string, en: string): Option => new Option('--json', say(ja, en));

/** Prints what was found: a line of JSON for each, or a table whose columns are a title and what stands there. */
export function printList<T>(
  io: Pick<Io, 'out' | 'colours'>,
  json: boolean | undefined,
  found: readonly T[],
  columns: readonly (readonly [title: string, cell: (one: T) => string])[],
  most = 50, // terminal columns of a cell
): 0 {
  if (json) for (const one of found) io.out.write(`${jsonLine(one)}\n`);
  else
    io.out.write(
      table(
        columns.map(([title]) => ({ title, most })),
        found.map((one) => columns.map(([, cell]) => printable(cell(one)))),
        io,
      ),
    );
  return 0;
}
