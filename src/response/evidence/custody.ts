import type { CustodyRow } from './case.ts';
import { isShared, type Recipient, SHARES } from './recipients.ts';

/**
 * Who saw, saved and handed over, as far as a recipient is told: of packs made for others only that, when and by whom; nor that
 * somebody agreed where they are not told that anything was handed in.
 */
export function custodyFor(custody: readonly CustodyRow[], recipient: Recipient): CustodyRow[] {
  const handedIn = isShared(recipient, 'consultation', false);
  return custody.map((row) => {
    if (row.action !== 'case.evidence') return row;
    const { consent, ...rest } = row.details;
    const told = SHARES[recipient].packsOfOthers || rest.recipient === recipient;
    return { ...row, details: told ? { ...rest, ...(handedIn && consent !== undefined ? { consent } : {}) } : {} };
  });
}
