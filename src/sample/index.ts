export { fillSampleInbox } from './sample.ts';
