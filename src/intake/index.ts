export { emlKey, listFiles, type MailFile, maildirKey } from './directory/files.ts';
export { createMboxSplitter, type MboxMail } from './directory/mbox.ts';
export { directorySource } from './directory/source.ts';
export * from './find/index.ts';
export { attemptMailbox, type MailboxAttempt } from './imap/attempt.ts';
export { type MailLocation, type MarkRequest, type MarkResult, markMail } from './imap/mark.ts';
export { imapPast } from './imap/past.ts';
export { createSignIns, type SignIn, type SignIns } from './imap/sign-in.ts';
export { type ImapOptions, imapSource } from './imap/source.ts';
export {
  beginCode,
  type CodeClient,
  type CodeProvider,
  type CodeRequest,
  codeProvider,
  endCode,
  explainTokenTrouble,
  type TokenPlace,
  TokenTroubleError,
} from './oauth/index.ts';
export * from './past.ts';
export * from './past-trouble.ts';
export * from './source.ts';
