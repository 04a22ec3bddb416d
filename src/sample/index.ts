export { fillSampleInbox, prepareSample } from './sample.ts';
