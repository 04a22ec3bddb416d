import type { Assessment } from '../../../detect/index.ts';
import type { AssessedMail } from '../../../screening/index.ts';
import {
  type FrontDeps,
  type Language,
  type MailView,
  noMasking,
  type PartView,
  partView,
  type ShownMail,
  viewMail,
} from '../../shared/index.ts';

/** A judged text as a case page would lay it out; nothing hides, since whoever looks has written it. */
export interface JudgedView {
  readonly assessment: Assessment;
  readonly subject: PartView | null; // null: there is none
  readonly mail: MailView<ShownMail>;
}

export function viewJudged(
  { explain }: Pick<FrontDeps, 'explain'>,
  { message, assessment }: AssessedMail,
  language: Language,
): JudgedView {
  const { receivedAt, warnings } = message;
  const item = {
    mailId: '',
    source: '',
    receivedAt,
    size: 0,
    kept: true,
    head: null,
    message,
    assessment,
    warnings,
    failure: null,
    deliveries: 1,
    incidentOf: null,
    withNote: false,
    watchedSince: null,
  };
  const subject = message.parts.find(({ id }) => id === 'subject');
  return {
    assessment,
    subject: subject ? partView(subject, message.segments.get('subject') ?? [], assessment.matches, []) : null,
    mail: viewMail(item, 0, (shown) => explain(shown, language), noMasking),
  };
}
