import Table from 'cli-table3';
import type { Io } from '../io.ts';
import { clip, clipStart } from './terminal.ts';

export interface Column {
  readonly title: string;
  readonly most?: number; // terminal columns; longer cells are cut
  readonly align?: 'left' | 'right';
  readonly keep?: 'start' | 'end'; // which side of a long cell stays
}

/** A table whose columns stay in line whatever mixture of full and half width stands in them. Ends with a line end. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { colours }: Pick<Io, 'colours'>,
): string {
  const frame = new Table({
    head: columns.map(({ title }) => colours.bold(title)),
    colAligns: columns.map(({ align }) => align ?? 'left'),
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' }, // no lines between rows
  });
  for (const row of rows) frame.push(row.map((cell, index) => cut(cell, columns[index])));
  return `${frame.toString()}\n`;
}

function cut(cell: string, column: Column | undefined): string {
  if (column?.most === undefined) return cell;
  return column.keep === 'end' ? clipStart(cell, column.most) : clip(cell, column.most);
}
