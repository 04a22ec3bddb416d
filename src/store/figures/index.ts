export { type Activity, activity } from './activity.ts';
export { type Afterwards, afterwards, type Load, newCases } from './afterwards.ts';
export { type HandedInConsultations, handedInConsultations } from './consultations.ts';
export { careFigures, consultationTimes, packsMade, secondFactors } from './duties.ts';
export {
  type CountedCases,
  casesOfEntry,
  type EntryHits,
  entryHits,
  firstDecision,
  misfires,
} from './entry-hits.ts';
export {
  approvedCounterparties,
  type Decided,
  decidedActs,
  decidedCases,
  dismissReasons,
  type Hours,
  type ScreenedMails,
  screenedMails,
} from './numbers.ts';
export { cooperationFigures, objectionFigures } from './outside.ts';
export { databaseVersion, type Kept, type StorageUse, storageUse } from './storage.ts';
export type { Edges } from './stretch.ts';
export { waitingSince } from './waiting.ts';
