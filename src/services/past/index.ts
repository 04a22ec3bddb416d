export { readableSources } from './mailboxes.ts';
export { type PastDeps, startPast } from './start.ts';
