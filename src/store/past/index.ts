export * from './mails.ts';
export * from './runs.ts';
