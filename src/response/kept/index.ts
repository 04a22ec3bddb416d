export type { Bundle, BundleCase, BundleEntry, BundleMail, BundleOrder, LeftOutOfBundle } from './bundle.ts';
export { makeBundle } from './compose.ts';
