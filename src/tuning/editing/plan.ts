import { createHash } from 'node:crypto';
import { type Act, type DictionaryFile, OVERLAY } from '../../detect/index.ts';
import type { Plan, TakesChanges } from './change-plan.ts';
import { type Draft, itemOf } from './draft.ts';
import { inForce, planThresholds, THRESHOLDS, thresholdsIn, thresholdsText } from './thresholds.ts';
import { addItem, findItem, type RuleSection, removeItem, replaceItem, type YamlItem } from './yaml-item.ts';

/** A rule where it is in force: in the overlay, if that has it. */
export interface Located {
  readonly file: DictionaryFile;
  readonly item: YamlItem;
}

export function locate(files: readonly DictionaryFile[], id: string): Located | null {
  if (id === THRESHOLDS) return locateThresholds(files);
  const inOrder = [...files].sort((a, b) => Number(b.path.startsWith(OVERLAY)) - Number(a.path.startsWith(OVERLAY)));
  for (const file of inOrder) {
    if (!file.text.includes(id)) continue;
    const item = findItem(file.text, id);
    if (item !== null) return { file, item };
  }
  return null;
}

function locateThresholds(files: readonly DictionaryFile[]): Located | null {
  const file = inForce(files);
  const text = thresholdsText(files);
  if (file === null || text === null) return null;
  return { file, item: { section: 'thresholds', start: 0, end: file.text.length, line: 1, text } };
}

/** Which text of a rule a form was made of: another one is a conflict. */
export const fingerprint = (item: string | null): string =>
  item === null ? '' : createHash('sha256').update(item).digest('hex').slice(0, 16);

/** Where rules of an act stand; null: contexts. */
type Home = Act | null;

const fileOf = (files: readonly DictionaryFile[], home: Home): DictionaryFile | undefined =>
  files.find(({ path, text }) =>
    home === null
      ? path === 'grammar/contexts.yaml'
      : !path.startsWith(OVERLAY) && !path.startsWith('grammar/') && new RegExp(`^act: *${home} *$`, 'm').test(text),
  );

/**
 * How a rule gets another text, or goes (null).
 *
 * @returns null when a rule is to go that the folder has and does not give up
 */
export async function planText(
  files: readonly DictionaryFile[],
  { id, home, section, after }: { id: string; home: Home; section: RuleSection; after: string | null },
  takesChanges: TakesChanges,
): Promise<Plan | null> {
  const known = locate(files, id);
  const before = known?.item.text ?? null;
  const plan = (path: string, fileBefore: string | null, fileAfter: string): Plan => ({
    path,
    fileBefore,
    fileAfter,
    section: known?.item.section ?? section,
    before,
    after: after === null ? null : (findItem(fileAfter, id)?.text ?? after), // as it will be read
  });
  if (known !== null && (known.file.path.startsWith(OVERLAY) || (await takesChanges(known.file.path)))) {
    const { path, text } = known.file;
    if (after === null) return plan(path, text, removeItem(text, known.item));
    if (known.item.section === section) return plan(path, text, replaceItem(text, known.item, after));
  }
  if (after === null) return null;
  const own = fileOf(files, home);
  if (known === null && own !== undefined && (await takesChanges(own.path)))
    return plan(own.path, own.text, addItem(own.text, section, after));
  const path = `${OVERLAY}${home === null ? 'grammar/contexts.yaml' : `${home}.yaml`}`;
  const text = files.find((file) => file.path === path)?.text ?? null;
  return plan(path, text, addItem(text ?? (home === null ? '' : `act: ${home}\n`), section, after));
}

/** How a draft gets into the files. */
export function planDraft(
  files: readonly DictionaryFile[],
  draft: Draft,
  takesChanges: TakesChanges,
): Promise<Plan | null> {
  const known = locate(files, draft.id);
  const after = itemOf(draft, known?.item.text ?? '');
  const home = draft.kind === 'exception' ? null : draft.act;
  const section = draft.kind === 'exception' ? 'contexts' : draft.section;
  return planText(files, { id: draft.id, home, section, after }, takesChanges);
}

/**
 * How a rule gets back to what it was. An overlay that says the same as the folder says nothing.
 *
 * @param to as it was; null: it was not there
 */
export async function planReturn(
  files: readonly DictionaryFile[],
  { id, home, section, to }: { id: string; home: Home; section: RuleSection; to: string | null },
  takesChanges: TakesChanges,
): Promise<Plan | null> {
  const known = locate(files, id);
  const below = locate(
    files.filter(({ path }) => !path.startsWith(OVERLAY)),
    id,
  );
  if (to !== null && known?.file.path.startsWith(OVERLAY) && below?.item.text === to) {
    const gone = await planText(files, { id, home, section, after: null }, takesChanges);
    return gone && { ...gone, after: to };
  }
  return planText(files, { id, home, section, after: to }, takesChanges);
}

/**
 * The files as they were before some changes were made; what cannot be taken back stays.
 *
 * @param changes the newest first
 */
export async function filesBefore(
  files: readonly DictionaryFile[],
  changes: readonly {
    readonly entry: string;
    readonly act: Home;
    readonly section: RuleSection;
    readonly before: string | null;
  }[],
): Promise<readonly DictionaryFile[]> {
  let now = files;
  for (const { entry, act, section, before } of changes) {
    const plan =
      entry === THRESHOLDS
        ? await planThresholdsText(now, before)
        : await planReturn(now, { id: entry, home: act, section, to: before }, async () => true);
    if (plan !== null) now = withPlan(now, plan);
  }
  return now;
}

const planThresholdsText = async (files: readonly DictionaryFile[], text: string | null): Promise<Plan | null> => {
  const thresholds = text === null ? null : thresholdsIn(text);
  return thresholds && planThresholds(files, thresholds, async () => true);
};

/** The files as they would be with a plan carried out. */
export const withPlan = (files: readonly DictionaryFile[], { path, fileAfter }: Plan): readonly DictionaryFile[] => [
  ...files.filter((file) => file.path !== path),
  { path, text: fileAfter },
];
