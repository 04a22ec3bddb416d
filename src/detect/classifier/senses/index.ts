export { eachSenseFeature } from './features.ts';
