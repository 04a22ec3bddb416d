import { parse, parseDocument } from 'yaml';
import type { DictionaryFile, EntryId, Thresholds } from '../../detect/index.ts';
import { OVERLAY } from '../../detect/index.ts';
import type { Plan, TakesChanges } from './change-plan.ts';

/** By what the thresholds are named in the history of changes, as if they were a rule. */
export const THRESHOLDS = 'scoring.thresholds' as EntryId;

const FILE = 'scoring.yaml';

const KEYS = ['grey', 'review'] as const satisfies readonly (keyof Thresholds)[];

/** The thresholds in force as a line; null: they cannot be read. */
export function thresholdsText(files: readonly DictionaryFile[]): string | null {
  const file = inForce(files);
  return file === null ? null : textIn(file.text);
}

/** Where they are in force: in the overlay, if that has them. */
export function inForce(files: readonly DictionaryFile[]): DictionaryFile | null {
  return files.find(({ path }) => path === `${OVERLAY}${FILE}`) ?? files.find(({ path }) => path === FILE) ?? null;
}

export const linesOf = ({ grey, review }: Thresholds): string => `thresholds: { grey: ${grey}, review: ${review} }\n`;

/** @param lines by `linesOf`, from the history */
export function thresholdsIn(lines: string): Thresholds | null {
  return valuesOf(parse(lines));
}

/** How the thresholds get into the files: two numbers, every other byte of `scoring.yaml` stays. Null: they cannot be read. */
export async function planThresholds(
  files: readonly DictionaryFile[],
  thresholds: Thresholds,
  takesChanges: TakesChanges,
): Promise<Plan | null> {
  const file = inForce(files);
  const before = thresholdsText(files);
  if (file === null || before === null) return null;
  const after = linesOf(thresholds);
  const path = file.path.startsWith(OVERLAY) || (await takesChanges(file.path)) ? file.path : `${OVERLAY}${FILE}`;
  const fileBefore = path === file.path ? file.text : null;
  const fileAfter = fileBefore === null ? after : changed(fileBefore, thresholds);
  return { path, fileBefore, fileAfter, section: 'thresholds', before, after };
}

function changed(text: string, thresholds: Thresholds): string {
  const document = parseDocument(text);
  document.delete('classifier'); // an overlay from when there were points
  if (document.hasIn(['thresholds', 'urgent'])) document.delete('thresholds');
  for (const key of KEYS) document.setIn(['thresholds', key], thresholds[key]);
  return document.toString({ lineWidth: 0 });
}

function textIn(text: string): string | null {
  try {
    const values = valuesOf(parse(text));
    return values && linesOf(values);
  } catch {
    return null;
  }
}

/** Also as they were in the overlay when there were points, and in the history of changes. */
function valuesOf(file: unknown): Thresholds | null {
  const { thresholds, classifier } = (file ?? {}) as Record<string, Record<string, unknown> | undefined>;
  const { grey, review } =
    classifier === undefined ? (thresholds ?? {}) : { grey: classifier.surface, review: classifier.flag };
  return typeof grey === 'number' && typeof review === 'number' ? { grey, review } : null;
}
