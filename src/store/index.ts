export { caseListPage, type Looking } from './cases/case-list.ts';
export { loadCaseMail, withTexts } from './cases/case-mails.ts';
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
export { addSuggestion } from './cases/feedback.ts';
export type { CaseFilter, Slice } from './cases/filter.ts';
export { type FoldedRow, foldedRows } from './cases/folded.ts';
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
export type { QuietPast } from './cases/quiet-past.ts';
export { decidedWithAny, similarCases } from './cases/similar.ts';
export { declineCase, declinedAmong, handBack, skipCase, unskipCase } from './cases/skips.ts';
export { holdStanding, type Standing, standingOf } from './cases/standing.ts';
export { forgetTakeovers, type Takeover, takeOverClaim, takeoversFrom } from './cases/takeovers.ts';
export { type Onlooker, USUAL_VISIBILITY, type Visibility } from './cases/visibility.ts';
export { assignCase } from './cases/waiting.ts';
export { type FoundWords, wordsElsewhere, wordsOfCases } from './cases/words-elsewhere.ts';
export * from './consultations/index.ts';
export * from './dictionaries/index.ts';
export { goBack } from './engine/before-upgrade.ts';
export type { Db, Engine, Store } from './engine/db.ts';
export { shipEmptyStore } from './engine/empty-store.ts';
export * from './engine/errors.ts';
export { type Lease, type Leases, openLeases } from './engine/leases.ts';
export { isNewerStore } from './engine/migrate.ts';
export { openStore } from './engine/open.ts';
export { isPrivate, makePrivate, ownerOnlyFiles } from './engine/private.ts';
export { caseNumberIn, wordsOf } from './engine/search.ts';
export { type ShortPath, shortPath } from './engine/short-path.ts';
export * from './experts/index.ts';
export * from './figures/index.ts';
export * from './knowing/index.ts';
export * from './mails/index.ts';
export * from './outside/index.ts';
export * from './past/index.ts';
export * from './people/index.ts';
export * from './response/index.ts';
export * as authSchema from './schema/auth.ts';
export type { Lane } from './schema/jobs.ts';
export type { PastRunState } from './schema/past.ts';
export type { ChangeEffect, DecidedCount } from './schema/tuning.ts';
export { type Excerpt, excerptsOf } from './search/excerpts.ts';
export { type FoundCase, fewLeft, meantAmong, rarelyFound, type Sought } from './search/finding.ts';
export { mayNameAmong } from './search/naming.ts';
export { walk } from './search/walking.ts';
export * from './settings/index.ts';
export * from './spot-checks/index.ts';
export * from './upkeep/index.ts';
