/**
 * What is read of one mail, at most. Beyond a limit the message is what could be read, and a warning says so.
 * Ordinary mails stay far below each of them.
 */
export const MAIL_BYTES = 30 * 1024 * 1024; // 'too-large'
export const HEADER_BYTES = 256 * 1024; // of one part, 'too-large'
export const HEADER_FIELDS = 2_000; // of one part, 'too-large'
export const MULTIPART_DEPTH = 100; // multiparts within multiparts, 'too-deep'
export const PARTS = 500; // leaves and multiparts together, 'too-many-parts'
export const TEXT_BYTES = 8 * 1024 * 1024; // of one text leaf after transfer decoding, 'text-cut'
export const TEXT_CHARACTERS = 1_000_000; // of one text part, in UTF-16 units, 'text-cut'
export const ATTACHED_DEPTH = 3; // mails attached to attached mails, 'too-deep'
export const ATTACHED_MAILS = 20; // over all depths, 'too-many-parts'
export const FILES_OF_TEXT = 10; // attached, read as text, 'too-many-parts'
export const DATA_CHARACTERS = 100_000; // of a table, a log or the like: nobody reads all of it, and its ends are enough
export const FILE_TEXT_BYTES = 512 * 1024; // of one of them, 'text-cut'

export const DOCUMENTS = 10; // PDF and of office programs, opened, 'too-many-parts'
export const DOCUMENT_BYTES = 25 * 1024 * 1024; // of one of them; beyond it it is not opened

// Bounded without a warning: nobody writes more by hand, and what is left out is no text.
export const ADDRESSES = 200; // of one header
export const REFERENCES = 50;
export const MESSAGE_ID_CHARACTERS = 998; // RFC 5322, 2.1.1: the longest line
export const FILE_NAME_CHARACTERS = 200;
