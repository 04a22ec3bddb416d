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
export { parseDay, todayIn } from './day.ts';
export * from './duties.ts';
export * from './evidence/index.ts';
export * from './experts.ts';
