export { directorySource } from './directory.ts';
export { emlKey, listFiles, type MailFile, maildirKey } from './files.ts';
export { type ImapOptions, imapSource } from './imap.ts';
export { type MailPlace, type MarkRequest, type MarkResult, markMail } from './imap-mark.ts';
export { createMboxSplitter, type MboxMail } from './mbox.ts';
export { createSignIns, type SignIn, type SignIns } from './sign-in.ts';
export * from './source.ts';
