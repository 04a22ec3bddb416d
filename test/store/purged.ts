import type { Purged } from '../../src/store/index.ts';

/** What a purge says that found nothing. */
export const NOTHING_PURGED: Purged = {
  grey: 0,
  dismissed: 0,
  approved: 0,
  verdicts: 0,
  spotChecks: 0,
  unopened: 0,
  watches: 0,
  forwarded: 0,
  forwarders: 0,
  objections: 0,
  cooperations: 0,
  disclosures: 0,
  pastRuns: 0,
  answers: 0,
  views: 0,
  spotFigures: 0,
};
