export * from './account-error.ts';
export * from './actor.ts';
export * from './audit-log.ts';
export { type AdmittedCase, admit } from './cases/admit.ts';
export { answer } from './cases/answer.ts';
export { assign, assigneesOf } from './cases/assign.ts';
export { claim } from './cases/claim.ts';
export { claimNext } from './cases/claim-next.ts';
export { closedToSearch } from './cases/closed-to-search.ts';
export { comment, seeMentions } from './cases/comment.ts';
export { decide, hasDesk, recipientsOf } from './cases/decide.ts';
export { decideTogether, type Outcome, type TogetherInput } from './cases/decide-together.ts';
export * from './cases/decision-input.ts';
export { type DismissSimilarInput, dismissSimilar, similarTo, withSimilar } from './cases/dismiss-similar.ts';
export { hold } from './cases/hold.ts';
export { isClosedTo } from './cases/is-closed-to.ts';
export { openCase } from './cases/open.ts';
export { decline, skip, undoPassOn } from './cases/pass-on.ts';
export { type CareChange, recordCare } from './cases/record-care.ts';
export { release } from './cases/release.ts';
export { type CaseStanding, requireCaseId } from './cases/standing.ts';
export { seeTakeovers, takeOver } from './cases/take-over.ts';
export { undo } from './cases/undo.ts';
export { endSenderWatch, watchesFor, watchSender } from './cases/watch-sender.ts';
export { addNote, type NoteAdded } from './consultations/add-note.ts';
export { consultationDesk, type HandedIn, type HandInInput, handIn } from './consultations/hand-in.ts';
export type { IncidentFile } from './consultations/incident-mail.ts';
export type { ActionDeps } from './deps.ts';
export { type Proposal, propose } from './dictionaries/propose.ts';
export { requireChange, revertChange } from './dictionaries/revert-change.ts';
export {
  type DraftInput,
  type LookedAt,
  lookAtDraft,
  type SaveInput,
  saveDraft,
  settleFeedback,
} from './dictionaries/save-draft.ts';
export { settleChanges } from './dictionaries/settle-changes.ts';
export { currentText } from './dictionaries/write-change.ts';
export {
  type EvidenceDeps,
  type EvidenceInput,
  type EvidenceState,
  evidenceState,
  packEvidence,
  previewEvidence,
} from './evidence/pack.ts';
export { lateReading } from './late-reading.ts';
export { retryMails } from './mails/retry.ts';
export { changeRoles } from './people/change-roles.ts';
export { removeSecondFactor, signOutEverywhere } from './people/end-access.ts';
export { type Invitee, invite, resetPassword } from './people/invite.ts';
export { activate, deactivate } from './people/switch-account.ts';
export { type RenewedInvitation, renewInvitation, revokeInvitation } from './people/unused-invitations.ts';
export * from './refusal.ts';
export { reportEntry } from './report-entry.ts';
export { closeGuide } from './settings/close-guide.ts';
export { endOtherSessions, endOwnSession } from './settings/own-sessions.ts';
export { saveSettings } from './settings/save-settings.ts';
export { deleteView, saveView } from './settings/saved-views.ts';
export { checkToken, stateOf, type TokenState } from './tokens/check.ts';
export { createToken, type NewApiToken } from './tokens/create.ts';
export { revokeToken } from './tokens/revoke.ts';
export { backup } from './upkeep/backup.ts';
export { purge } from './upkeep/purge.ts';
export { restore } from './upkeep/restore.ts';
export { testChannel } from './upkeep/test-channel.ts';
