import type { CaseId } from '../../cases/index.ts';
import type {
  CarePoint,
  CareState,
  Day,
  ExpertKind,
  ExpertRequestId,
  LetterId,
  LetterKind,
  MeasureId,
  MeasureOutcome,
  MeasureStep,
  ObjectionEffect,
  ObjectionId,
  Recipient,
} from '../../response/index.ts';

/** What people did in a case for the person concerned, among each other and towards the other side: never what was written. */
export type FileDeed = { readonly at: Date; readonly by: string; readonly caseId: CaseId } & (
  | {
      readonly kind: 'letter';
      readonly letter: LetterId;
      readonly number: number; // within the case
      readonly of: LetterKind;
      readonly did: 'drafted' | 'approved' | 'withdrawn' | 'sent' | 'answered';
      readonly day: Day | null; // on which it went out or the reply came
    }
  | {
      readonly kind: 'measure';
      readonly measure: MeasureId;
      readonly step: MeasureStep;
      readonly did: 'proposed' | MeasureOutcome | 'lifted';
    }
  | { readonly kind: 'objection'; readonly objection: ObjectionId; readonly did: 'received' | ObjectionEffect }
  | { readonly kind: 'pack'; readonly recipient: Recipient; readonly inDanger: boolean } // before the care list was done
  | {
      readonly kind: 'expert';
      readonly request: ExpertRequestId;
      readonly of: ExpertKind;
      readonly did: 'asked' | 'answered';
    }
  | { readonly kind: 'care'; readonly point: CarePoint; readonly state: Exclude<CareState, 'open'> }
  | { readonly kind: 'follow-up'; readonly day: Day; readonly did: 'planned' | 'asked' }
  | { readonly kind: 'recurrence' }
  | { readonly kind: 'word'; readonly from: 'reporter' | 'answerer' } // between whoever handed it in and the desk
  | { readonly kind: 'demand-answer' }
  | { readonly kind: 'further'; readonly further: CaseId; readonly did: 'came' | 'joined' } // a mail after the decision
);

/** Deeds of each kind that are read: the newest. */
export const MOST = 500;
