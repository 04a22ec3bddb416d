import type { Act, Band } from '../detect/index.ts';
import type { Consultation } from './consultation.ts';
import type { AdditionId, CaseId } from './ids.ts';
import type { CaseKind, CaseStatus } from './status.ts';

/** A case whose mails stand in another one now. */
export interface CasePart {
  readonly id: CaseId;
  readonly kind: CaseKind;
  readonly by: string; // who put it there
  readonly at: Date;
  readonly report: Consultation | null; // what was handed in with it; null: it began with a mail of a source
}

/** What belongs together with a case, and where it went itself. */
export interface CaseMerging {
  readonly into: CaseId | null; // where it stands now; null: it stands by itself
  readonly parts: readonly CasePart[]; // oldest merge first
}

/** A case that was never merged with another. */
export const ALONE: CaseMerging = { into: null, parts: [] };

/** Everything that was handed in with a case and with what was merged into it. */
export const reportsOf = ({
  report,
  merging,
}: {
  readonly report: Consultation | null;
  readonly merging: CaseMerging;
}): Consultation[] => [report, ...merging.parts.map((part) => part.report)].filter((one) => one !== null);

/** Why two cases are not merged. Nothing is said of a case that is out of sight: it is not there. */
export type MergeProblem =
  | 'itself' // the same case twice
  | 'not-open' // one of them is decided, or stands in another already
  | 'unreadable' // its mails could not be judged: they are judged again, not filed
  | 'confidential' // one is for the consultation desk alone and the other is not
  | 'has-parts' // others were merged into it: the one that stays must be the one with parts
  | 'claimed' // someone else is at one of them
  | 'not-decided' // what a further case should join was not approved
  | 'graver'; // it shows more than what was decided: a question of its own

/** What of a case says whether it can be merged. */
export interface Mergeable {
  readonly id: CaseId;
  readonly kind: CaseKind;
  readonly status: CaseStatus;
  readonly confidential: boolean;
  readonly parts: number; // merged into it
  readonly claimed: boolean; // by someone else
  readonly band: Band | null; // null: unreadable
  readonly worry: boolean;
}

/**
 * Whether `part` can be merged into `into`; null when it can. An open case and a confidential one never: either more people would see
 * the one, or the disappearance of the other would tell them of it.
 *
 * @example
 * const problem = mergeProblem(part, into); // 'confidential', or null when they can be merged
 */
export function mergeProblem(part: Mergeable, into: Mergeable): MergeProblem | null {
  if (part.id === into.id) return 'itself';
  if (part.confidential !== into.confidential) return 'confidential';
  if (part.status !== 'open' || into.status !== 'open') return 'not-open';
  if (part.kind === 'unreadable' || into.kind === 'unreadable') return 'unreadable';
  if (part.parts > 0) return 'has-parts';
  return part.claimed || into.claimed ? 'claimed' : null;
}

/** A case that was approved, and that a further case of the same other side may join. */
export interface Joinable {
  readonly id: CaseId;
  readonly acts: readonly Act[]; // that were approved
  readonly decidedBy: string;
  readonly decidedAt: Date;
}

const RISING: readonly (Band | null)[] = ['ordinary', 'grey', 'review', 'urgent'];

/**
 * Whether `part` can join `into`, which stays decided as it is; null when it can. What is graver than that is never put aside: it is decided
 * by itself, unless the decision says the gravest there is.
 *
 * @param gravest it was approved with severity 3
 * @example
 * const problem = joinProblem(part, decided, false); // 'graver', or null when it can join
 */
export function joinProblem(part: Mergeable, into: Mergeable, gravest: boolean): MergeProblem | null {
  if (into.status !== 'approved') return 'not-decided';
  const problem = mergeProblem(part, { ...into, status: 'open' });
  if (problem !== null) return problem;
  if (part.worry && !into.worry) return 'graver';
  return !gravest && RISING.indexOf(part.band) > RISING.indexOf(into.band) ? 'graver' : null;
}

/** What came: a further mail, which is a case of its own until somebody says more of it, or a fact that somebody wrote. */
export type AdditionKind = 'mail' | 'fact';

/** Something that came to a case after it was decided. The decision stands; people look whether it still fits. */
export interface Addition {
  readonly id: AdditionId;
  readonly kind: AdditionKind;
  readonly further: CaseId | null; // the case of a further mail, where it stands now
  readonly by: string; // '' for a mail
  readonly at: Date;
}
