import { parse } from 'yaml';
import type { DictionaryFile, EntryId, Thresholds } from '../../detect/index.ts';
import { OVERLAY } from '../../detect/index.ts';

/** By what the thresholds are named in the history of changes, as if they were a rule. */
export const THRESHOLDS = 'scoring.thresholds' as EntryId;

const FILE = 'scoring.yaml';

/** The thresholds in force as a line: the site's, if it has any. Null: they cannot be read. */
export function thresholdsText(files: readonly DictionaryFile[]): string | null {
  const file = files.find(({ path }) => path === `${OVERLAY}${FILE}`) ?? files.find(({ path }) => path === FILE);
  if (file === undefined) return null;
  try {
    const values = thresholdsIn(file.text);
    return values && linesOf(values);
  } catch {
    return null;
  }
}

export const linesOf = ({ grey, review }: Thresholds): string => `thresholds: { grey: ${grey}, review: ${review} }\n`;

/** @param lines by `linesOf`, or of a file; also as they were when there were points */
export function thresholdsIn(lines: string): Thresholds | null {
  const { thresholds, classifier } = (parse(lines) ?? {}) as Record<string, Record<string, unknown> | undefined>;
  const { grey, review } =
    classifier === undefined ? (thresholds ?? {}) : { grey: classifier.surface, review: classifier.flag };
  return typeof grey === 'number' && typeof review === 'number' ? { grey, review } : null;
}
