export * from './assignment.ts';
export * from './changes.ts';
export * from './claim.ts';
export * from './comment.ts';
export * from './consultation.ts';
export * from './counterparty.ts';
export * from './decision.ts';
export { type Forwarded, type ForwardedMail, readForwarded } from './forwarded.ts';
export * from './forwarding.ts';
export * from './ids.ts';
export * from './keeping.ts';
export * from './merging.ts';
export * from './past-row.ts';
export {
  type CaseMessage,
  caseMessage,
  type KeptReading,
  keptReading,
  type Searched,
  searched,
} from './reading.ts';
export * from './recusal.ts';
export * from './rights.ts';
export * from './rotation.ts';
export * from './rules.ts';
export * from './severity.ts';
export * from './spot-check.ts';
export * from './status.ts';
export * from './types.ts';
export * from './watch.ts';
export * from './workload.ts';
