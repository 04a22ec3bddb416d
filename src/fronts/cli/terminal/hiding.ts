import type { Assessment } from '../../../detect/index.ts';
import type { FoundWords } from '../../../store/index.ts';
import type { Masking, WithActs } from '../../shared/index.ts';
import { language } from '../messages.ts';

/** What the fronts share about hiding, loaded when somebody is shown a mail. */
type Shared = typeof import('../../shared/index.ts');

/** What hides words of a mail that belongs to no case. */
export const maskingOfMail = (
  { hiddenActs, maskingOver, noMasking }: Shared,
  assessment: Assessment,
  reveal: boolean,
): Masking => {
  const found = assessment.matches.flatMap(({ act }) => act ?? []);
  const sources = {
    acts: assessment.acts.map(({ act }) => act),
    foundActs: found,
    assessments: [assessment],
    words: [],
  };
  return reveal ? noMasking : maskingOver(sources, hiddenActs(false), language());
};

/** Mails of a case, and what was found elsewhere in it. */
interface FoundMails extends WithActs {
  readonly items: readonly { readonly assessment: Assessment | null }[];
  readonly elsewhere: readonly FoundWords[];
}

/** What hides words of the mails of a case. */
export const maskingOfCase = (
  { hiddenActs, maskingOver, noMasking }: Shared,
  { acts, foundActs, items, elsewhere: words }: FoundMails,
  reveal: boolean,
): Masking => {
  const assessments = items.flatMap(({ assessment }) => assessment ?? []);
  return reveal ? noMasking : maskingOver({ acts, foundActs, assessments, words }, hiddenActs(false), language());
};
