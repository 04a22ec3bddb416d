export { anonymised } from './anonymise.ts';
export type { Plan } from './change-plan.ts';
export {
  type Checked,
  checkRule,
  type DraftProblem,
  MOST_EXAMPLES,
  MOST_WORDS,
  plainProblems,
} from './check-draft.ts';
export { type DifferenceLine, difference } from './difference.ts';
export * from './draft.ts';
export { openKeptCases, type ReadCase } from './kept-cases.ts';
export { type Lab, openLab } from './lab.ts';
export { leaveOut } from './leave-out.ts';
export { inFormOfToday, type MigratedFile, migrated } from './migrate.ts';
export { fingerprint, locate, planDraft, planRule } from './plan.ts';
export { type Effect, effectOf, type Preview, type PreviewExample, previewRule } from './preview.ts';
export { completed, type Place, proposeEntry, proposeException } from './propose.ts';
export { folderOf, rulesIn } from './site-folder.ts';
export { isThresholds, LANGUAGES_RULE, languagesIn, languagesLine, linesOf, thresholdsOf } from './thresholds.ts';
export { findItem } from './yaml-item.ts';
