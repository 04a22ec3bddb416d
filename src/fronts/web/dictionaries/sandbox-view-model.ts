import type { Assessment } from '../../../detect/index.ts';
import type { AssessedMail } from '../../../screening/pipeline.ts';
import { type MailView, viewMail } from '../../shared/case-view.ts';
import type { FrontDeps } from '../../shared/deps.ts';
import { type PartView, partView } from '../../shared/evidence.ts';
import type { Language } from '../../shared/language.ts';
import { noMasking } from '../../shared/masking.ts';

/** A judged text as a case page would lay it out; nothing hides, since whoever looks has written it. */
export interface JudgedView {
  readonly assessment: Assessment;
  readonly subject: PartView | null; // null: there is none
  readonly mail: MailView;
}

export function viewJudged(
  { explain }: Pick<FrontDeps, 'explain'>,
  { message, assessment }: AssessedMail,
  language: Language,
): JudgedView {
  const explanation = explain(assessment, language);
  const { receivedAt, warnings } = message;
  const item = { mailId: '', source: '', receivedAt, raw: null, assessment, warnings, failure: null, deliveries: 1 };
  const subject = message.parts.find(({ id }) => id === 'subject');
  return {
    assessment,
    subject: subject ? partView(subject, message.segments.get('subject') ?? [], assessment.matches, []) : null,
    mail: viewMail(item, message, explanation, noMasking),
  };
}
