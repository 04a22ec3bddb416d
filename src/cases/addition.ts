import type { AdditionId, CaseId } from './ids.ts';

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
