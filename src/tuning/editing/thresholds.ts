import { parse, parseDocument } from 'yaml';
import type { DictionaryFile, EntryId } from '../../detect/index.ts';
import { OVERLAY } from '../../detect/index.ts';
import type { Thresholds } from '../past/index.ts';
import type { Plan, TakesChanges } from './change-plan.ts';

/** By what the thresholds are named in the history of changes, as if they were a rule. */
export const THRESHOLDS = 'scoring.thresholds' as EntryId;

const FILE = 'scoring.yaml';

const KEYS = [
  ['thresholds', 'grey'],
  ['thresholds', 'review'],
  ['thresholds', 'urgent'],
  ['classifier', 'surface'],
  ['classifier', 'flag'],
] as const satisfies readonly (readonly [string, keyof Thresholds])[];

/** The thresholds in force as two lines; null: they cannot be read. */
export function thresholdsText(files: readonly DictionaryFile[]): string | null {
  const file = inForce(files);
  return file === null ? null : textIn(file.text);
}

/** Where they are in force: in the overlay, if that has them. */
export function inForce(files: readonly DictionaryFile[]): DictionaryFile | null {
  return files.find(({ path }) => path === `${OVERLAY}${FILE}`) ?? files.find(({ path }) => path === FILE) ?? null;
}

export const linesOf = ({ grey, review, urgent, surface, flag }: Thresholds): string =>
  `thresholds: { grey: ${grey}, review: ${review}, urgent: ${urgent} }\nclassifier: { surface: ${surface}, flag: ${flag} }\n`;

/** @param lines by `linesOf`, from the history */
export function thresholdsIn(lines: string): Thresholds | null {
  return valuesOf(parse(lines));
}

/** How the thresholds get into the files: five numbers, every other byte of `scoring.yaml` stays. Null: they cannot be read. */
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
  const isOld = !document.has('classifier'); // it was called `reader` at first
  for (const [group, key] of KEYS)
    document.setIn([group === 'classifier' && isOld ? 'reader' : group, key], thresholds[key]);
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

/** The classifier was called `reader` at first. */
function valuesOf(file: unknown): Thresholds | null {
  const { classifier, reader, ...rest } = (file ?? {}) as Record<string, unknown>;
  const groups = { ...rest, classifier: classifier ?? reader } as Record<string, Record<string, unknown> | undefined>;
  const found = KEYS.map(([group, key]) => [key, groups[group]?.[key]] as const);
  if (found.some(([, value]) => typeof value !== 'number')) return null;
  return Object.fromEntries(found) as unknown as Thresholds;
}
