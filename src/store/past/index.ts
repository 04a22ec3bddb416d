export { commitPastMails, pastMails } from './mails.ts';
export * from './runs.ts';
