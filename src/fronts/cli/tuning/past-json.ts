import type { PastVerdict } from '../../../cases/index.ts';
import type { Span } from '../../../tuning/index.ts';

export const spanJson = ({ since, until }: Span) => ({ since: since.toISOString(), until: until.toISOString() });

/** What a version makes of a mail. */
export const verdictJson = ({ band, probability, top, acts }: PastVerdict) => ({
  band,
  probability,
  entries: top,
  acts,
});
