export * from './account-error.ts';
export * from './actor.ts';
export { ACTS } from './acts.ts';
export * from './audit-log.ts';
export { merge, split } from './case-file/merge.ts';
export { FILES, noteInCase, strikeInCase, withBytes } from './case-file/note.ts';
export { departs, type SimilarDecision, similarDecisions } from './case-file/similar-decisions.ts';
export { type AdmittedCase, admit } from './cases/admit.ts';
export { answer } from './cases/answer.ts';
export { assign, assigneesOf, requireAssigning } from './cases/assign.ts';
export { claim } from './cases/claim.ts';
export { claimNext } from './cases/claim-next.ts';
export { comment, seeMentions } from './cases/comment.ts';
export {
  approve,
  DECIDING,
  dismiss,
  handOver,
  hasDesk,
  recipientsOf,
  reopen,
  SeverityLevel,
} from './cases/decide.ts';
export { decideTogether, type Outcome, type Together, undoTogether } from './cases/decide-together.ts';
export { dismissSimilar, similarTo, withSimilar } from './cases/dismiss-similar.ts';
export { hold } from './cases/hold.ts';
export { asksForContent, asToldTo, closedAmong, isClosedTo } from './cases/is-closed-to.ts';
export { openCase } from './cases/open.ts';
export { decline, skip, undoPassOn } from './cases/pass-on.ts';
export { type CareDeed, recordCare } from './cases/record-care.ts';
export { release } from './cases/release.ts';
export { type ListSought, searchCases } from './cases/search.ts';
export { type CaseStanding, requireCaseId } from './cases/standing.ts';
export { seeTakeovers, takeOver } from './cases/take-over.ts';
export { endSenderWatch, watchesFor, watchSender } from './cases/watch-sender.ts';
export { addNote } from './consultations/add-note.ts';
export { consultationDesk, type HandedIn, type HandInInput, handIn } from './consultations/hand-in.ts';
export type { IncidentFile } from './consultations/incident-mail.ts';
export { type ArrivedMail, type ForwardingDeps, receiveForwarded } from './consultations/receive-forwarded.ts';
export { confirmForwarded, forwardedFor, rejectForwarded } from './consultations/settle-forwarded.ts';
export { answerCooperation, cooperationFor, recordCooperation } from './cooperation/requests.ts';
export { clauseFor, counterpartyFor, nameCounterpartyOf } from './counterparties/of-case.ts';
export {
  type CounterpartyDeps,
  type CounterpartyProblem,
  changeCounterparty,
  createCounterparty,
  type Saved as SavedCounterparty,
} from './counterparties/save.ts';
export type { ActionDeps } from './deps.ts';
export { completeDraft, type Proposal, propose, proposeWords } from './dictionaries/propose.ts';
export { requireChange, revertChange } from './dictionaries/revert-change.ts';
export {
  type DraftInput,
  type LookedAt,
  lookAtDraft,
  type SaveInput,
  saveDraft,
  settleFeedback,
} from './dictionaries/save-draft.ts';
export { setThresholds, takeThresholdsBack, thresholdsInForce } from './dictionaries/set-thresholds.ts';
export { TAKE_MODES, type TakeDeps, type TakeMode, type Taken, takeRules } from './dictionaries/take-rules.ts';
export { currentText } from './dictionaries/write-change.ts';
export {
  type EvidenceDeps,
  type EvidenceInput,
  type EvidenceState,
  evidenceState,
  packEvidence,
  previewEvidence,
} from './evidence/pack.ts';
export { keepStamp, type StampRefused, saveStamp, stampRequestFor } from './evidence/stamp.ts';
export { askExpert, type CaseExperts, caseExperts, noteExpertAnswer } from './experts/ask.ts';
export { addExpert, endExpert, expertsFor } from './experts/contacts.ts';
export { type ActDeps, type DeclaredAct, type DoneBy, perform } from './kernel/act.ts';
export { type Ask, FIELD_PROBLEMS, type FieldProblem, type FieldProblems } from './kernel/ask.ts';
export type { Shape } from './kernel/read-ask.ts';
export { finishLesson } from './knowing/finish-lesson.ts';
export { type Lesson, lessonOn, type WorkedMail } from './knowing/lessons.ts';
export { policyInForce } from './knowing/policy-in-force.ts';
export { publishPolicy } from './knowing/publish-policy.ts';
export { readPolicy, shownPolicy } from './knowing/read-policy.ts';
export { knowingFor } from './knowing/who-knows.ts';
export { lateReading } from './late-reading.ts';
export { approveLetter } from './letters/approve.ts';
export type { LetterDeps } from './letters/case.ts';
export { draftLetter, type LetterInput } from './letters/draft.ts';
export { downloadLetter, viewLetter } from './letters/files.ts';
export { noteLetterReply, noteLetterSent, withdrawLetter } from './letters/record.ts';
export {
  type DraftingState,
  draftingState,
  inTheWay,
  type LetterObstacle,
  type LettersState,
  lettersState,
} from './letters/state.ts';
export { saveTemplate, setTemplateAside, templateInUse, templatesInUse } from './letters/templates.ts';
export { retryMails } from './mails/retry.ts';
export { decideMeasure, endMeasure, withdrawMeasure } from './measures/decide-measure.ts';
export { noteDemandAnswer } from './measures/note-answer.ts';
export { proposeMeasure } from './measures/propose.ts';
export { type MissedReport, missedFor } from './missed-report.ts';
export {
  assignObjection,
  draftObjectionAnswer,
  giveObjectionAnswer,
  returnObjectionAnswer,
} from './objections/answer.ts';
export {
  type FoundObjection,
  type Objectable,
  type ObjectionDeps,
  objectableIn,
  objectionQueue,
  recordObjection,
  viewObjection,
} from './objections/record.ts';
export { askForPastCases } from './past/ask-for-cases.ts';
export { openPastMail } from './past/open-mail.ts';
export { type Against, MOST_PAST_DAYS, type PastRunInput, startPastRun } from './past/start-run.ts';
export { steerPast } from './past/steer-run.ts';
export * from './past-mailboxes.ts';
export { changeRoles, removeSecondFactor, signOutEverywhere, switchAccount } from './people/accounts.ts';
export {
  invite,
  type PersonalLink,
  renewInvitation,
  resetPassword,
  resetPerson,
  revokeInvitation,
} from './people/links.ts';
export { decideConsent, decideOwnConsent, nameCaseOf } from './person-timeline/change.ts';
export { exportTimeline, type PersonTimeline, type TimelineDeps, viewTimeline } from './person-timeline/view.ts';
export { dutyFacts, type ProofSettings } from './proof/duty-facts.ts';
export * from './refusal.ts';
export { reportEntry } from './report-entry.ts';
export { adoptShippedPlan } from './rules/adopt-shipped-plan.ts';
export { askedOfPlan, changeEscalation } from './rules/change-escalation.ts';
export { changeMeasureRules } from './rules/change-measures.ts';
export { refreshClocks } from './rules/refresh-clocks.ts';
export { closeGuide } from './settings/close-guide.ts';
export { endOtherSessions, endOwnSession } from './settings/own-sessions.ts';
export { saveSettings } from './settings/save-settings.ts';
export { deleteView, saveView } from './settings/saved-views.ts';
export { beginInstallation } from './site-settings/begin.ts';
export { saveSetting } from './site-settings/save.ts';
export type { SettingSeen, SiteSettings } from './site-settings/settings.ts';
export { pauseSetting, resumeSetting, takeOutSetting, takeOverSetting } from './site-settings/steer.ts';
export { type AgreementReport, agreementFor } from './spot-checks/agreement.ts';
export { answerSpotCheck, type NextSpot, nextSpot, type ShownSpot, viewSpot } from './spot-checks/read.ts';
export { checkToken, stateOf, type TokenState, type ValidToken } from './tokens/check.ts';
export { createToken, revokeToken, TOKEN_DAYS } from './tokens/tokens.ts';
export { acceptKey } from './upkeep/accept-key.ts';
export { backup } from './upkeep/backup.ts';
export { purge } from './upkeep/purge.ts';
export { restore } from './upkeep/restore.ts';
export { testChannel } from './upkeep/test-channel.ts';
