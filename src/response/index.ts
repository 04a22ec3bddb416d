export {
  CARE_POINTS,
  CARE_STATES,
  type Care,
  type CarePoint,
  type CareRecord,
  type CareState,
  type Day,
  type FollowUp,
  type FollowUpId,
  isDue,
  openPoints,
  type Recurrence,
  stateOf,
} from './care.ts';
export * from './case-entries.ts';
export * from './case-files.ts';
export * from './concerned.ts';
export * from './cooperation.ts';
export * from './counterparty.ts';
export { parseDay, todayIn } from './day.ts';
export * from './disclosure.ts';
export * from './dossier/index.ts';
export * from './due-days.ts';
export * from './duties.ts';
export * from './erasing.ts';
export * from './escalation/index.ts';
export * from './evidence/index.ts';
export * from './experts.ts';
export * from './kept/index.ts';
export * from './letters/index.ts';
export * from './measures/index.ts';
export { NAMES } from './names.ts';
export { objectionAnswer } from './objection-answer.ts';
export * from './objections.ts';
export * from './person-timeline.ts';
export * from './referrals.ts';
export type { RuleKind, RuleVersion } from './rules.ts';
export { isSharedDomain, type ReadSender, readSender, type SenderProblem } from './senders.ts';
export * from './stamps/index.ts';
export * from './talks.ts';
export * from './trading.ts';
