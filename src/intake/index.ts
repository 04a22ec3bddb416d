export { emlKey, listFiles, type MailFile, maildirKey } from './directory/files.ts';
export { createMboxSplitter, type MboxMail } from './directory/mbox.ts';
export { directorySource } from './directory/source.ts';
export { type MailLocation, type MarkRequest, type MarkResult, markMail } from './imap/mark.ts';
export { createSignIns, type SignIn, type SignIns } from './imap/sign-in.ts';
export { type ImapOptions, imapSource } from './imap/source.ts';
export * from './source.ts';
