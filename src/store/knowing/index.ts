export { type Knowing, lessonsOf, noteLesson, whoKnows } from './lessons.ts';
export {
  addPolicyVersion,
  type ListedVersion,
  notePolicyReading,
  policyReadings,
  policyText,
  policyVersions,
} from './policy.ts';
