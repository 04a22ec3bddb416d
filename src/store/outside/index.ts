export * from './cooperation.ts';
export * from './disclosures.ts';
export { dueDaysToTell, type WaitingDay, waitingDays } from './due-days.ts';
export { type Erasable, erasable, eraseKept } from './erase-kept.ts';
export { ordinaryOf, type TheirCase, theirCases, theirMails, type Whose } from './kept-of.ts';
export { type NewObjectionMail, rawOfObjection, receiveObjectionMail } from './objection-mails.ts';
export * from './objections.ts';
export * from './referrals.ts';
export { settledObjections, theirObjections } from './their-objections.ts';
