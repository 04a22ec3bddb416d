import {
  type Assessment,
  type Band,
  type Dictionary,
  decidingStep,
  type EntryId,
  explain,
  type JudgedLanguage,
  type ReadClause,
  type Step,
} from '../../../detect/index.ts';
import type { Message } from '../../../mail/index.ts';

/** A mail with what was made of it. */
export interface Judged {
  readonly message: Pick<Message, 'messageId' | 'from' | 'subject' | 'parts'>;
  readonly assessment: Assessment;
}

/** What became of one mail. */
export type ScanResult<Screened extends Judged = Judged> =
  | { readonly outcome: 'assessed'; readonly source: string; readonly screened: Screened }
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
  readonly language: JudgedLanguage | null; // null: in no language that has a judge
  readonly dictionary: string;
}

/** What is added where somebody asks why: reason by reason, the strongest first; their `odds` and `base` are the sum. */
export interface Why {
  readonly odds: Assessment['odds'];
  readonly steps: readonly WhyStep[];
  readonly remarks: readonly string[]; // in the language of the command
  readonly clauses: readonly ReadClause[] | null; // null: of a mail of a case, which is not read again
}

type WhyStep = Pick<Step, 'kind' | 'strength' | 'odds' | 'reached'> & {
  readonly text: string | null; // as written; null: it has no words of its own
  readonly at_least: Band | null;
  readonly decides: boolean; // from here on nothing changes any more
};

/** @param clauses of its own text, where it was read. */
export function whyOf(
  assessment: Assessment,
  dictionary: Dictionary,
  language: 'ja' | 'en',
  clauses: readonly ReadClause[] | null,
): Why {
  const { steps, remarks } = explain(assessment, dictionary, language);
  const deciding = decidingStep(steps);
  return {
    odds: assessment.odds,
    steps: steps.map(({ kind, strength, odds, reached, asks, match, excerpt }, index) => ({
      kind,
      text: excerpt?.text ?? (match === null ? null : assessment.matches[match]!.text),
      at_least: asks,
      strength,
      odds,
      reached,
      decides: index === deciding,
    })),
    remarks,
    clauses,
  };
}

type ScanMatch = Omit<Assessment['matches'][number], 'atLeast' | 'meant'> & { readonly at_least: Band | null };

/** From this probability on the gravest kind is likely. */
const LIKELY = 0.5;

/** These fields in this order, whatever else an assessment carries. */
export function scanRecord(result: ScanResult): ScanRecord {
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
        language: judge.by === 'dictionaries' && judge.why === 'language' ? null : (judge.language ?? 'ja'),
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
