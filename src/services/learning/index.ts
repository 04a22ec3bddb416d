export { startLearning } from './learning.ts';
export { watchSite } from './live-site.ts';
