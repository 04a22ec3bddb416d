import { CSV_MARK, csvLine } from '../util/csv.ts';
import type { AuditRow } from './entry.ts';

export const EXPORT_FORMATS = ['csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const COLUMNS = ['seq', 'at', 'person', 'name', 'address', 'action', 'target', 'details', 'hash'] as const;

/** What stands before the rows: CSV has a line of names, and a mark without which Excel reads Japanese wrongly. */
export const exportStart = (format: ExportFormat): string => (format === 'csv' ? `${CSV_MARK}${csvLine(COLUMNS)}` : '');

/** A row on a line of its own: CSV after RFC 4180, or a JSON object per line. Times are UTC. */
export function exportLine(row: AuditRow, format: ExportFormat): string {
  const { seq, at, person, name, address, action, target, details, hash } = row;
  const plain = { seq, at: at.toISOString(), person, name, address, action, target, details, hash };
  switch (format) {
    case 'csv': {
      const cells: Record<(typeof COLUMNS)[number], unknown> = { ...plain, details: JSON.stringify(details) };
      return csvLine(COLUMNS.map((column) => String(cells[column] ?? '')));
    }
    case 'json':
      return `${JSON.stringify(plain)}\n`;
  }
}
