import type { Assessment, Band, EntryId, ReadClause } from '../../../detect/index.ts';
import type { AssessedMail } from '../../../screening/index.ts';

/** What became of one mail of a scan. */
export type ScanResult =
  | { readonly outcome: 'assessed'; readonly source: string; readonly screened: AssessedMail }
  | { readonly outcome: 'unreadable'; readonly source: string; readonly dictionary: string };

/** A mail as `scan --json` prints it. Programs may rely on `format`: another number means other fields. */
export interface ScanRecord {
  readonly format: 2;
  readonly source: string;
  readonly messageId: string | null;
  readonly outcome: ScanResult['outcome'];
  readonly band: Band | null; // null: unreadable, as in what follows
  readonly probability: number | null; // 0 to 1
  readonly acts: Assessment['acts'];
  readonly severity: 3 | null; // 3: likely of the gravest kind
  readonly at_least: { readonly band: Band; readonly entry: EntryId; readonly calmed: boolean } | null;
  readonly worry: Assessment['worry'];
  readonly matches: readonly ScanMatch[];
  readonly language: 'ja' | null; // null: not judged as Japanese
  readonly dictionary: string;
  readonly odds?: Assessment['odds']; // the sum, where clauses were asked for
  readonly clauses?: readonly ReadClause[]; // where they were asked for
}

type ScanMatch = Omit<Assessment['matches'][number], 'atLeast' | 'meant'> & { readonly at_least: Band | null };

/** @param clauses where they were asked for, and the sum with them. */
export function scanRecord(result: ScanResult, clauses?: readonly ReadClause[]): ScanRecord {
  const odds = result.outcome === 'assessed' ? { odds: result.screened.assessment.odds } : {};
  return { ...judged(result), ...(clauses && { ...odds, clauses }) };
}

/** From this probability on the gravest kind is likely. */
const LIKELY = 0.5;

/** These fields in this order, whatever else an assessment carries. */
function judged(result: ScanResult): ScanRecord {
  switch (result.outcome) {
    case 'assessed': {
      const { message, assessment } = result.screened;
      const { band, probability, acts, grave, atLeast, worry, matches, judge, dictionary } = assessment;
      return {
        format: 2,
        source: result.source,
        messageId: message.messageId,
        outcome: 'assessed',
        band,
        probability: Math.round(probability * 10_000) / 10_000,
        acts,
        severity: grave >= LIKELY ? 3 : null,
        at_least: atLeast && { band: atLeast.band, entry: atLeast.entry, calmed: atLeast.calmed },
        worry,
        matches: matches.map((match) => ({
          entry: match.entry,
          act: match.act,
          part: match.part,
          text: match.text,
          start: match.start,
          end: match.end,
          at_least: match.atLeast,
          strength: match.strength,
          modifiers: match.modifiers,
        })),
        language: judge.by === 'dictionaries' && judge.why === 'language' ? null : 'ja',
        dictionary,
      };
    }
    case 'unreadable':
      return {
        format: 2,
        source: result.source,
        messageId: null,
        outcome: 'unreadable',
        band: null,
        probability: null,
        acts: [],
        severity: null,
        at_least: null,
        worry: [],
        matches: [],
        language: null,
        dictionary: result.dictionary,
      };
  }
}
