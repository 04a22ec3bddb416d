export type { FoundMailbox, MailboxAttempt } from '../intake/index.ts';
export * from './account-error.ts';
export * from './actor.ts';
export { ACTS } from './acts.ts';
export * from './audit-log.ts';
export { departs, type SimilarDecision, similarDecisions } from './case-file/similar-decisions.ts';
export { type AdmittedCase, admit } from './cases/admit.ts';
export { claim } from './cases/claim.ts';
export { claimNext } from './cases/claim-next.ts';
export { decideTogether, type Outcome, type Together, undoTogether } from './cases/decide-together.ts';
export { dismissSimilar, similarTo, withSimilar } from './cases/dismiss-similar.ts';
export { asksForContent, asToldTo, closedAmong, isClosedTo } from './cases/is-closed-to.ts';
export { openCase } from './cases/open.ts';
export { release } from './cases/release.ts';
export { type ListSought, searchCases } from './cases/search.ts';
export { type CaseStanding, requireCaseId } from './cases/standing.ts';
export type { IncidentFile } from './consultations/incident-mail.ts';
export { type ArrivedMail, type ForwardingDeps, receiveForwarded } from './consultations/receive-forwarded.ts';
export * from './declared.ts';
export type { ActionDeps } from './deps.ts';
export { completeDraft, type Proposal, propose, proposeWords } from './dictionaries/propose.ts';
export { TAKE_MODES, type TakeDeps, type TakeMode, type Taken, takeRules } from './dictionaries/take-rules.ts';
export { currentText } from './dictionaries/write-change.ts';
export { type ActDeps, type DeclaredAct, type DoneBy, perform } from './kernel/act.ts';
export { type Ask, FIELD_PROBLEMS, type FieldProblem, type FieldProblems } from './kernel/ask.ts';
export type { Shape } from './kernel/read-ask.ts';
export { type Lesson, lessonOn, type WorkedMail } from './knowing/lessons.ts';
export { policyInForce } from './knowing/policy-in-force.ts';
export { knowingFor } from './knowing/who-knows.ts';
export { lateReading } from './late-reading.ts';
export type { LetterDeps } from './letters/case.ts';
export {
  type DraftingState,
  draftingState,
  inTheWay,
  type LetterObstacle,
  type LettersState,
  lettersState,
} from './letters/state.ts';
export type { MailboxesOutside, SignInApp, SignInWanted } from './mailboxes/outside.ts';
export { PURPOSES, type Purpose, SIGN_IN_WAYS, type SignInWay } from './mailboxes/value.ts';
export { type MissedReport, missedFor } from './missed-report.ts';
export { type ObjectionMailDeps, receiveObjection } from './objections/receive.ts';
export { exportTimeline, type PersonTimeline, type TimelineDeps, viewTimeline } from './person-timeline/view.ts';
export { dutyFacts, type ProofSettings } from './proof/duty-facts.ts';
export * from './refusal.ts';
export { reportEntry } from './report-entry.ts';
export { adoptShippedPlan } from './rules/adopt-shipped-plan.ts';
export { refreshClocks } from './rules/refresh-clocks.ts';
export { saveSetting } from './site-settings/save.ts';
export type { SettingSeen, SiteSettings } from './site-settings/settings.ts';
export { type AgreementReport, agreementFor } from './spot-checks/agreement.ts';
export { checkToken, stateOf, type TokenState, type ValidToken } from './tokens/check.ts';
export { acceptKey } from './upkeep/accept-key.ts';
export { backup } from './upkeep/backup.ts';
export { purge } from './upkeep/purge.ts';
export { restore } from './upkeep/restore.ts';
