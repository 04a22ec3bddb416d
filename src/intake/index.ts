export { directorySource } from './directory.ts';
export { emlKey, listFiles, type MailFile, maildirKey } from './files.ts';
export { type ImapOptions, imapSource } from './imap.ts';
export { type MailPlace, type MarkRequest, type MarkResult, markMail } from './imap-mark.ts';
export { createMboxSplitter, type MboxMail } from './mbox.ts';
export * from './source.ts';
