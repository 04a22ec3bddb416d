import type { Act, Assessment, Band } from '../detect/index.ts';

/** What a mail brought that the one before it did not. */
export interface Changes {
  readonly waited: number; // milliseconds between the two
  readonly answered: boolean; // we wrote in between
  readonly band: { readonly from: Band; readonly to: Band };
  readonly probability: { readonly from: number; readonly to: number };
  readonly added: readonly Act[]; // the likeliest first
  readonly ceased: readonly Act[];
  readonly repeated: readonly Act[]; // acts of which an entry was found in both
}

interface Judged {
  readonly receivedAt: Date;
  readonly assessment: Assessment;
}

/** Compares two mails of one thread; `answers` are the times at which we wrote in it. */
export function changesBetween(before: Judged, after: Judged, answers: readonly Date[]): Changes {
  const acts = (assessment: Assessment) => assessment.acts.map(({ act }) => act);
  const [earlier, later] = [acts(before.assessment), acts(after.assessment)];
  const known = new Set(before.assessment.matches.map(({ entry }) => entry));
  const again = new Set(after.assessment.matches.filter(({ entry }) => known.has(entry)).map(({ act }) => act));
  return {
    waited: after.receivedAt.getTime() - before.receivedAt.getTime(),
    answered: answers.some((at) => at >= before.receivedAt && at <= after.receivedAt),
    band: { from: before.assessment.band, to: after.assessment.band },
    probability: { from: before.assessment.probability, to: after.assessment.probability },
    added: later.filter((act) => !earlier.includes(act)),
    ceased: earlier.filter((act) => !later.includes(act)),
    repeated: later.filter((act) => earlier.includes(act) && again.has(act)),
  };
}
