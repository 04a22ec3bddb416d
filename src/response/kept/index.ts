export type {
  Bundle,
  BundleCase,
  BundleEntry,
  BundleMail,
  BundleObjection,
  BundleOrder,
  LeftOutOfBundle,
} from './bundle.ts';
export { makeBundle } from './compose.ts';
