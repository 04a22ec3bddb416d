import { type AskedBand, type Assessment, BANDS, type Band, type Strength, type Thresholds } from '../assessment.ts';
import type { Scoring } from '../dictionary/index.ts';

/** The thresholds that a mailbox has of its own; null: those of all. @param mailbox name of its source; null: of no one */
export const ownThresholds = ({ mailboxes }: Pick<Scoring, 'mailboxes'>, mailbox: string | null): Thresholds | null =>
  mailbox !== null && mailboxes !== undefined && Object.hasOwn(mailboxes, mailbox) ? mailboxes[mailbox]! : null;

/** The thresholds that mails of a mailbox are judged by. @param mailbox null: of no one mailbox */
export const thresholdsFor = (scoring: Pick<Scoring, 'thresholds' | 'mailboxes'>, mailbox: string | null): Thresholds =>
  ownThresholds(scoring, mailbox) ?? scoring.thresholds;

/** What the band of a mail is made of, without a word of it. */
export interface Ingredients {
  readonly probability: number;
  readonly pressing: boolean; // 至急 once its probability flags it
  readonly least: Band; // what an entry asks for, or what nobody could read
}

export const ingredientsOf = ({
  probability,
  pressing,
  atLeast,
  unjudged,
}: Pick<Assessment, 'probability' | 'pressing' | 'atLeast' | 'unjudged'>): Ingredients => ({
  probability,
  pressing,
  least: higher(atLeast?.band ?? 'ordinary', unjudged ? 'grey' : 'ordinary'),
});

/** The higher of the band of the probability and what is asked for at least. */
export const bandUnder = ({ probability, pressing, least }: Ingredients, thresholds: Thresholds): Band =>
  higher(least, bandOf(probability, pressing, thresholds));

function bandOf(probability: number, pressing: boolean, { grey, review }: Thresholds): Band {
  if (probability >= review) return pressing ? 'urgent' : 'review';
  return probability >= grey ? 'grey' : 'ordinary';
}

const higher = (a: Band, b: Band): Band => (BANDS.indexOf(a) >= BANDS.indexOf(b) ? a : b);

/** What something would cause alone, by what it asks for and by how likely a mail would be that says nothing else. */
export function strengthAlone(asks: AskedBand | null, alone: number, { grey, review }: Thresholds): Strength {
  if (asks === 'review' || asks === 'urgent' || alone >= review) return 'strong';
  return asks === 'grey' || alone >= grey ? 'medium' : 'weak';
}
