import type { Assessment } from '../../../detect/index.ts';
import type { AssessedMail } from '../../../screening/index.ts';
import {
  type FrontDeps,
  type Language,
  type MailView,
  type Masking,
  noMasking,
  type PartView,
  type ShownMail,
  viewMail,
} from '../../shared/index.ts';

/** A judged text as a case page would lay it out. */
export interface JudgedView {
  readonly assessment: Assessment;
  readonly subject: PartView | null; // null: there is none
  readonly mail: MailView<ShownMail>;
}

export function viewJudged(
  { explain }: Pick<FrontDeps, 'explain'>,
  { message, assessment }: AssessedMail,
  language: Language,
  masking: Masking = noMasking, // nothing hides from whoever has written it
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
  const mail = viewMail(item, 0, (shown) => explain(shown, language), masking);
  return {
    assessment,
    subject: mail.subject,
    mail,
  };
}
