export * from './cooperation.ts';
export * from './disclosures.ts';
export { dueDaysToTell, type WaitingDay, waitingDays } from './due-days.ts';
export * from './objections.ts';
