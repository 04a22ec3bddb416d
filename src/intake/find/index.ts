export type { FoundBy, FoundMailbox } from './found.ts';
export { type FindOptions, findMailbox } from './mailbox.ts';
export type { Names } from './names.ts';
