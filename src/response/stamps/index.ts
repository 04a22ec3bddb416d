export { parseAnchors } from './chain.ts';
export {
  MOST_STAMP,
  STAMP_PROBLEMS,
  type StampId,
  type StampOrder,
  type StampProblem,
  type StampReading,
} from './reading.ts';
export { stampRequest } from './request.ts';
export { nonceOfRequest, verifyStamp } from './verify.ts';
