export { recordAnswer } from './answers.ts';
export {
  type AuditFilter,
  appendAudit,
  auditAfter,
  auditHash,
  auditRows,
  hasSignedInFrom,
  newestAudit,
} from './audit.ts';
export * as authSchema from './auth-schema.ts';
export { dumpStore, loadDump } from './backup.ts';
export {
  claimCase,
  liveClaim,
  openForDeciding,
  type Reviewer,
  releaseCase,
} from './case-claims.ts';
export type { CaseFilter, Slice } from './case-filter.ts';
export { declineCase, handBack, skipCase } from './case-skips.ts';
export { type CaseCounts, caseSummary, countCases, listCases, loadCase, totalOf } from './cases.ts';
export type { Db, Engine, Store } from './db.ts';
export { type DecidedWith, decide, type LastDecision, lastDecision } from './decisions.ts';
export { casesOfEntry, type EntryHits, entryHits, misfires } from './entry-hits.ts';
export * from './errors.ts';
export { exposureSince, noteExposure } from './exposure.ts';
export { type FailedMail, type FailedMailState, failedMails, waitAgain } from './failed-mails.ts';
export { recordFailure } from './failures.ts';
export { type MissedWords, missedWords, type StandingFeedback, standingFeedback } from './feedback.ts';
export { HANDED_IN } from './handed-in.ts';
export { type Happenings, happenings } from './happenings.ts';
export { findHistory } from './history.ts';
export * from './invitations.ts';
export {
  loadMail,
  mailsWithoutVerdict,
  type StoredMail,
  spoolDepth,
  type Waiting,
  waitingBySource,
} from './mails.ts';
export * from './marks.ts';
export { claimNext } from './next-case.ts';
export {
  type ChannelHealth,
  casesToTell,
  channelHealth,
  noteChannelTrouble,
  noteTold,
  untoldAlarms,
} from './notices.ts';
export {
  approvedCounterparties,
  type Decided,
  decidedActs,
  decidedCases,
  dismissReasons,
  type Edges,
  type ScreenedMails,
  screenedMails,
} from './numbers.ts';
export { openStore } from './open.ts';
export { loadPast, type Past, type ThreadEvent } from './past.ts';
export * from './people.ts';
export { openPlaces, type Place, type Places } from './places.ts';
export { type Preferences, preferencesOf, setPreferences, usualPreferences } from './preferences.ts';
export { type Looking, queuePage } from './queue.ts';
export {
  addReportNote,
  countReports,
  handIn,
  type NewReport,
  noteSeen,
  type OwnReport,
  ownReport,
  ownReports,
} from './reports.ts';
export { holdCase, type Purged, purge, purgeable, type RetentionDays } from './retention.ts';
export { deleteView, MOST_VIEWS, type SavedView, savedViews, saveView } from './saved-views.ts';
export { type ShortPath, shortPath } from './short-path.ts';
export { type Onlooker, type Sight, USUAL_SIGHT } from './sight.ts';
export { similarCases } from './similar.ts';
export { folderOfPart, type SourceHealth, sourceHealth, sourceOfPart, sourceState } from './sources.ts';
export { databaseVersion, type Kept, type StorageUse, storageUse } from './storage.ts';
export { type ApiToken, addToken, endToken, findToken, listTokens, noteTokenUse } from './tokens.ts';
export { type NewVerdict, writeUnreadable, writeVerdict } from './verdicts.ts';
export { verdictCounts, type WrittenVerdict } from './written.ts';
