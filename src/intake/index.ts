export { directorySource } from './directory.ts';
export { emlKey, listFiles, type MailFile, maildirKey } from './files.ts';
export { imapSource } from './imap.ts';
export { createMboxSplitter, type MboxMail } from './mbox.ts';
export * from './source.ts';
