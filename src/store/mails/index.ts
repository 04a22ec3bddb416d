export { recordAnswer } from './answers.ts';
export { type Beginning, beginningsOf } from './beginnings.ts';
export { type FailedMail, type FailedMailState, failedMails, waitAgain } from './failed-mails.ts';
export { recordFailure } from './failures.ts';
export { HANDED_IN } from './handed-in.ts';
export { type FoundHistory, findHistories, findHistory, type HistoryQuestion } from './history.ts';
export {
  type Assign,
  type Assigned,
  assignJobs,
  mailsOfJob,
  type NewScreenJob,
  type ScreenJob,
  setApart,
  standingJobs,
  tryLast,
  type UnassignedMail,
} from './jobs.ts';
export {
  loadMail,
  mailsWithoutVerdict,
  type StoredMail,
  spoolDepth,
  type Waiting,
  waitingBySource,
} from './mails.ts';
export * from './marks.ts';
export type { NewReading, NewVerdict } from './new-verdict.ts';
export { loadReadings, mailHolding, rawOfCaseMail, readMailsOf, saveReading, searchedIn } from './readings.ts';
export { folderOfPart, partName, type SourceHealth, sourceHealth, sourceOfPart, sourceState } from './sources.ts';
export { writeUnreadable, writeVerdict, writeVerdicts } from './verdicts.ts';
export {
  endWatch,
  type KnownSender,
  loadWatch,
  type SenderWatch,
  senderOf,
  standingWatches,
  watchOn,
  watchSender,
} from './watches.ts';
export { foreignMails, judgedUpTo, verdictCounts, wasAnyJudged } from './written.ts';
