export * from './cooperation.ts';
export * from './disclosures.ts';
export { dueDaysToTell, type WaitingDay, waitingDays } from './due-days.ts';
export { type NewObjectionMail, rawOfObjection, receiveObjectionMail } from './objection-mails.ts';
export * from './objections.ts';
