export {
  answerConsultation,
  answersToTell,
  noteAnswersRead,
  noteAnswerTold,
  type UntoldAnswer,
} from './answers.ts';
export {
  addConsultationNote,
  countConsultations,
  handIn,
  type NewConsultation,
  noteSeen,
  type OwnConsultation,
  ownConsultation,
  ownConsultations,
} from './consultations.ts';
export { filesOfConsultation, type OwnFile } from './files.ts';
export * from './forwarded.ts';
export { beginReceipt, type DueReceipt, endReceipt, receiptsDue } from './receipts.ts';
