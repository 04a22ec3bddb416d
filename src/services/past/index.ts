export { readableSources } from './mailboxes.ts';
export { type HereOptions, readPastHere } from './run-here.ts';
export { type PastDeps, startPast } from './start.ts';
export { workAtPastHere } from './work-here.ts';
