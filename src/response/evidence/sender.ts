import type { PackOrder } from './case.ts';
import { SHARES } from './recipients.ts';

/**
 * Who hands a pack over, as it says itself: the company, and beside it whoever made it where their name may be told. '' where neither can be:
 * such a pack is not made.
 */
export const senderOf = ({ company, by, recipient }: Pick<PackOrder, 'company' | 'by' | 'recipient'>): string =>
  [company.name, SHARES[recipient].staffNames ? by : ''].filter((one) => one !== '').join(' ');
