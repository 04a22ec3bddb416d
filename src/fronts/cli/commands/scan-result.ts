import type { Assessment, Band, ReadClause } from '../../../detect/index.ts';
import type { AssessedMail } from '../../../screening/index.ts';

/** What became of one mail of a scan. */
export type ScanResult =
  | { readonly outcome: 'assessed'; readonly source: string; readonly screened: AssessedMail }
  | { readonly outcome: 'unreadable'; readonly source: string; readonly dictionary: string };

/** A mail as `scan --json` prints it. */
export interface ScanRecord extends Pick<Assessment, 'score' | 'acts' | 'axes' | 'matches' | 'dictionary'> {
  readonly source: string;
  readonly messageId: string | null;
  readonly outcome: ScanResult['outcome'];
  readonly band: Assessment['band'] | null; // null: unreadable
  readonly floor: Band | null; // what a grave match holds it at
  readonly classifier: number | null; // probability 0 to 1; null: switched off, or unreadable
  readonly clauses?: readonly ReadClause[]; // where they were asked for
}

/** These fields in this order, whatever else an assessment carries. @param clauses where they were asked for. */
export function scanRecord(result: ScanResult, clauses?: readonly ReadClause[]): ScanRecord {
  return { ...judged(result), ...(clauses && { clauses }) };
}

function judged(result: ScanResult): ScanRecord {
  switch (result.outcome) {
    case 'assessed': {
      const { message, assessment } = result.screened;
      return {
        source: result.source,
        messageId: message.messageId,
        outcome: 'assessed',
        band: assessment.band,
        score: assessment.score,
        acts: assessment.acts.map(({ act, score }) => ({ act, score })),
        axes: assessment.axes,
        matches: assessment.matches.map(({ entry, act, part, text, start, end, weight, points, modifiers }) => ({
          entry,
          act,
          part,
          text,
          start,
          end,
          weight,
          points,
          modifiers,
        })),
        floor: assessment.floor?.band ?? null,
        classifier: assessment.classifier?.probability ?? null,
        dictionary: assessment.dictionary,
      };
    }
    case 'unreadable':
      return {
        source: result.source,
        messageId: null,
        outcome: 'unreadable',
        band: null,
        score: 0,
        acts: [],
        axes: { demand: 0, manner: 0, frequency: 0 },
        matches: [],
        floor: null,
        classifier: null,
        dictionary: result.dictionary,
      };
  }
}
