export { canonicalJson } from './canonical.ts';
export type { CustodyRow, EvidenceCase, EvidenceKind, EvidenceMail, PackOrder } from './case.ts';
export { composePack, makePack, type Pack } from './compose.ts';
export {
  MANIFEST,
  type Manifest,
  type PackFile,
  type PackHead,
  SUMS,
  sealed,
  sha256Of,
} from './manifest.ts';
export {
  CONTENTS,
  type Content,
  type DecisionDetail,
  isShared,
  PURPOSES,
  type Purpose,
  RECIPIENTS,
  type Recipient,
  SHARES,
  type Share,
  suits,
} from './recipients.ts';
export { redact } from './redact.ts';
export { parseRedactions, REDACTIONS, type Redactions, suggestedRedactions } from './redactions.ts';
export { senderOf } from './sender.ts';
export { type PackProblem, type PackVerification, PROBLEM_KINDS, verifyPack } from './verify.ts';
export { zipOf } from './zip.ts';
