export { attachmentBytes } from './attachment-bytes.ts';
export { head } from './clean.ts';
export { readEnvelope } from './envelope.ts';
export { excerpt } from './excerpt.ts';
export * from './message.ts';
export { parseMail } from './parse.ts';
export { readCorrespondence, readThreading, type Threading } from './threading.ts';
