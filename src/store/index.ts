export { caseListPage, type Looking } from './cases/case-list.ts';
export { loadCaseMail } from './cases/case-mails.ts';
export { type CaseCounts, caseSummary, countCases, listCases, loadCase, totalOf } from './cases/cases.ts';
export {
  claimCase,
  liveClaim,
  openForDeciding,
  type Reviewer,
  releaseCase,
} from './cases/claims.ts';
export {
  addComment,
  commentsOf,
  type Mention,
  mentionsOf,
  type NewComment,
  noteMentionsSeen,
  unseenMentions,
} from './cases/comments.ts';
export { type DecidedWith, decide, type LastDecision, lastDecision } from './cases/decisions.ts';
export { type Excerpt, excerptsOf } from './cases/excerpts.ts';
export type { CaseFilter, Slice } from './cases/filter.ts';
export { mayBeNamed } from './cases/naming.ts';
export { claimNext } from './cases/next.ts';
export {
  type ChannelHealth,
  casesToTell,
  channelHealth,
  noteChannelTrouble,
  noteTold,
  untoldAlarms,
} from './cases/notices.ts';
export { loadPast, type Past, type ThreadEvent } from './cases/past.ts';
export { similarCases } from './cases/similar.ts';
export { declineCase, declinedAmong, handBack, skipCase, unskipCase } from './cases/skips.ts';
export { type Standing, standingOf } from './cases/standing.ts';
export { forgetTakeovers, type Takeover, takeOverClaim, takeoversFrom } from './cases/takeovers.ts';
export { type Onlooker, USUAL_VISIBILITY, type Visibility } from './cases/visibility.ts';
export { assignCase } from './cases/waiting.ts';
export { type FoundWords, wordsElsewhere } from './cases/words-elsewhere.ts';
export {
  answerConsultation,
  answersToTell,
  hasUnreadAnswer,
  noteAnswersRead,
  noteAnswerTold,
  type UntoldAnswer,
} from './consultations/answers.ts';
export {
  addConsultationNote,
  countConsultations,
  handIn,
  type NewConsultation,
  noteSeen,
  type OwnConsultation,
  ownConsultation,
  ownConsultations,
} from './consultations/consultations.ts';
export { filesOfConsultation, type OwnFile } from './consultations/files.ts';
export * from './consultations/forwarded.ts';
export { beginReceipt, type DueReceipt, endReceipt, receiptsDue } from './consultations/receipts.ts';
export * from './dictionaries/changes.ts';
export {
  type FeedbackWork,
  feedbackById,
  feedbackOfCase,
  feedbackWork,
  handleFeedback,
} from './dictionaries/feedback-work.ts';
export { type KeptCase, keptCases } from './dictionaries/kept-cases.ts';
export * from './dictionaries/shadow.ts';
export type { Db, Engine, Store } from './engine/db.ts';
export { shipEmptyStore } from './engine/empty-store.ts';
export * from './engine/errors.ts';
export { type Lease, type Leases, openLeases } from './engine/leases.ts';
export { openStore } from './engine/open.ts';
export { isPrivate, makePrivate, ownerOnlyFiles } from './engine/private.ts';
export { type ShortPath, shortPath } from './engine/short-path.ts';
export { addExpert, endExpert, loadExpert, standingExperts } from './experts/experts.ts';
export {
  addExpertRequest,
  answerExpertRequest,
  expertRequests,
  type NewExpertRequest,
  type OpenRequest,
  openExpertRequests,
} from './experts/requests.ts';
export { type Activity, activity } from './figures/activity.ts';
export { type HandedInConsultations, handedInConsultations } from './figures/consultations.ts';
export { careFigures, consultationTimes, packsMade, secondFactors } from './figures/duties.ts';
export {
  type CountedCases,
  casesOfEntry,
  type EntryHits,
  entryHits,
  firstDecision,
  misfires,
} from './figures/entry-hits.ts';
export {
  approvedCounterparties,
  type Decided,
  decidedActs,
  decidedCases,
  dismissReasons,
  type ScreenedMails,
  screenedMails,
} from './figures/numbers.ts';
export { cooperationFigures, objectionFigures } from './figures/outside.ts';
export { databaseVersion, type Kept, type StorageUse, storageUse } from './figures/storage.ts';
export type { Edges } from './figures/stretch.ts';
export { waitingSince } from './figures/waiting.ts';
export { type Knowing, lessonsOf, noteLesson, whoKnows } from './knowing/lessons.ts';
export {
  addPolicyVersion,
  type ListedVersion,
  notePolicyReading,
  policyReadings,
  policyText,
  policyVersions,
} from './knowing/policy.ts';
export {
  dropUnstanding,
  forgetTaught,
  type ListedTaught,
  listTaught,
  noteTaught,
  standingDecisions,
  taughtBy,
  taughtFeatures,
  taughtHash,
  taughtTexts,
  untaughtDecisions,
} from './learning/taught.ts';
export * from './learning/versions.ts';
export { recordAnswer } from './mails/answers.ts';
export { type Beginning, beginningsOf } from './mails/beginnings.ts';
export { type FailedMail, type FailedMailState, failedMails, waitAgain } from './mails/failed-mails.ts';
export { recordFailure } from './mails/failures.ts';
export { HANDED_IN } from './mails/handed-in.ts';
export { type FoundHistory, findHistories, findHistory, type HistoryQuestion } from './mails/history.ts';
export {
  type Assign,
  type Assigned,
  assignJobs,
  mailsOfJob,
  type NewScreenJob,
  type ScreenJob,
  setApart,
  standingJobs,
  type UnassignedMail,
} from './mails/jobs.ts';
export {
  loadMail,
  mailsWithoutVerdict,
  type StoredMail,
  spoolDepth,
  type Waiting,
  waitingBySource,
} from './mails/mails.ts';
export * from './mails/marks.ts';
export type { NewVerdict } from './mails/new-verdict.ts';
export { loadReadings, mailHolding, rawOfCaseMail, readMailsOf, saveReading, searchedIn } from './mails/readings.ts';
export { folderOfPart, type SourceHealth, sourceHealth, sourceOfPart, sourceState } from './mails/sources.ts';
export { writeUnreadable, writeVerdict, writeVerdicts } from './mails/verdicts.ts';
export {
  endWatch,
  type KnownSender,
  loadWatch,
  type SenderWatch,
  senderOf,
  standingWatches,
  watchOn,
  watchSender,
} from './mails/watches.ts';
export { verdictCounts, wasAnyJudged } from './mails/written.ts';
export * from './past/mails.ts';
export * from './past/runs.ts';
export * from './outside/cooperation.ts';
export { dueDaysToTell, type WaitingDay, waitingDays } from './outside/due-days.ts';
export * from './outside/objections.ts';
export { exposureSince, noteExposure } from './people/exposure.ts';
export * from './people/invitations.ts';
export * from './people/people.ts';
export {
  casesOfPerson,
  nameVictim,
  type PersonCases,
  personEvents,
  unnameVictim,
} from './people/person-timeline.ts';
export {
  isGuideClosed,
  type Preferences,
  preferencesOf,
  setGuideClosed,
  setPreferences,
  usualPreferences,
} from './people/preferences.ts';
export { deleteView, MOST_VIEWS, type SavedView, savedViews, saveView } from './people/saved-views.ts';
export { factorSecret, takeTimeStep } from './people/second-factor.ts';
export { consentOf, giveConsent, holdConsent, withdrawConsent } from './people/timeline-consent.ts';
export { type ApiToken, addToken, endToken, findToken, listTokens, noteTokenUse } from './people/tokens.ts';
export {
  endFollowUp,
  loadCare,
  planFollowUp,
  type Written,
  writeCarePoint,
  writeRecurrence,
} from './response/care.ts';
export { type CareInList, careList, careToTell } from './response/care-list.ts';
export { addCaseNote, caseEntries, type FiledEntry, strikeCaseNote } from './response/case-notes.ts';
export {
  type ClocksAsked,
  clockList,
  clockSubject,
  clocksToTell,
  countLate,
  firstClocks,
  type RunningClock,
} from './response/clock-list.ts';
export { changedCases, clockFactsOf, type FactsOfCase, noteLooked, writeClocks } from './response/clocks.ts';
export {
  addCounterparty,
  changeCounterparty,
  counterpartyNames,
  type ListedCounterparty,
  listCounterparties,
  loadCounterparty,
  sendersTaken,
} from './response/counterparties.ts';
export {
  type CaseCounterparty,
  type CounterpartyCases,
  casesOfCounterparty,
  counterpartyOfCase,
  nameCounterparty,
} from './response/counterparty-cases.ts';
export { holdStanding, type Provenance, provenanceOf } from './response/evidence.ts';
export type { FileDeed } from './response/file-deed.ts';
export { fileDeeds } from './response/file-deeds.ts';
export * from './response/letter-templates.ts';
export * from './response/letters.ts';
export * from './response/measures.ts';
export { type MergeEvent, type Merger, mergeCases, mergesOf, splitCase } from './response/merging.ts';
export { addNoteFiles, filesOfNotes, type NoteFiles } from './response/note-files.ts';
export { addDemandAnswer, type Demanded, demandsAround } from './response/repeats.ts';
export { addRules, currentRules, rulesOf } from './response/rules.ts';
export { addStamp, type KeptStamp, stampResponse, stampsOf } from './response/stamps.ts';
export { type FileEvent, fileEvents } from './response/timeline.ts';
export * as authSchema from './schema/auth.ts';
export type { Lane } from './schema/jobs.ts';
export type { HeldOutResult, SiteFigures, Unused } from './schema/learning.ts';
export type { PastRunState } from './schema/past.ts';
export type { ShadowRule } from './schema/shadow.ts';
export type { ChangeEffect, DecidedCount, PromotionGrounds } from './schema/tuning.ts';
export * from './spot-checks/agreement.ts';
export * from './spot-checks/answers.ts';
export * from './spot-checks/figures.ts';
export * from './spot-checks/reading.ts';
export {
  type AuditFilter,
  appendAudit,
  auditAfter,
  auditEnd,
  auditHash,
  auditRows,
  hasSignedInFrom,
  newestAudit,
} from './upkeep/audit.ts';
export { type BackupContents, dumpStore, loadDump, type Restored } from './upkeep/backup.ts';
export { readBackup, writeBackup } from './upkeep/backup-file.ts';
export type { BackupKeys, BackupLock } from './upkeep/backup-lock.ts';
export { believeClock, clockAhead } from './upkeep/clock.ts';
export { holdCase, type Purged, purge, purgeable } from './upkeep/retention.ts';
