import { BANDS, type Dictionary, isShown } from '../../../detect/index.ts';
import type { AssessedMail } from '../../../screening/index.ts';
import type { Io } from '../io.ts';
import { language, say, word } from '../messages.ts';
import { explanation } from '../terminal/explanation.ts';
import { maskingOfMail } from '../terminal/hiding.ts';
import { type Column, table } from '../terminal/table.ts';
import { jsonLine, printable } from '../terminal/terminal.ts';
import { type ScanResult, scanRecord, type Why } from './scan-result.ts';

/** Tells the person or program what became of the mails, one by one and at the end. */
export interface ScanReport {
  add(result: ScanResult<AssessedMail>): void;
  end(): void;
}

/** A table lists all mails up to here; of more, only what is surfaced or unreadable. */
const LISTED = 50;

/** @param why what is added to a mail where somebody asks; null: nobody does. */
export const jsonReport = ({ out }: Io, why: ((mail: AssessedMail) => Why) | null): ScanReport => ({
  add: (result) => {
    const more = why !== null && result.outcome === 'assessed' ? why(result.screened) : {};
    out.write(`${jsonLine({ ...scanRecord(result), ...more })}\n`);
  },
  end: () => {},
});

/** What a report for people stands on. */
export interface ForPeople {
  readonly dictionary: Dictionary;
  readonly io: Io;
  readonly shared: typeof import('../../shared/index.ts');
  readonly reveal: boolean; // words that are hidden else
}

export function explainReport({ dictionary, io, shared, reveal }: ForPeople): ScanReport {
  const counts = createCounts();
  return {
    add(result) {
      counts.add(result);
      const source = printable(result.source);
      if (result.outcome === 'unreadable') io.out.write(`${word('unreadable')}  ${source}\n\n`);
      else {
        const masking = maskingOfMail(shared, result.screened.assessment, reveal);
        const { coverAssessment: cover } = shared;
        io.out.write(`${explanation({ ...result.screened, source, dictionary, masking, cover }, io)}\n`);
      }
    },
    end() {
      if (counts.mails() > 1) io.out.write(counts.text());
    },
  };
}

export function tableReport(forPeople: ForPeople): ScanReport {
  const { io } = forPeople;
  const counts = createCounts();
  const rows: { cells: string[]; ordinary: boolean }[] = [];
  return {
    add(result) {
      const mails = counts.add(result);
      const row = { cells: cellsOf(result, forPeople), ordinary: isOrdinary(result) };
      if (mails <= LISTED || !row.ordinary) rows.push(row);
    },
    end() {
      const listed = counts.mails() <= LISTED ? rows : rows.filter(({ ordinary }) => !ordinary);
      if (listed.length > 0)
        io.out.write(
          table(
            columns(),
            listed.map(({ cells }) => cells),
            io,
          ),
        );
      io.out.write(counts.text());
    },
  };
}

const columns = (): Column[] => [
  { title: say('判定', 'Band') },
  { title: say('確率', 'Probability'), align: 'right' },
  { title: say('差出人', 'From'), most: 28 },
  { title: say('件名', 'Subject'), most: 36 },
  { title: say('行為', 'Acts'), most: 40 },
  { title: say('メール', 'Mail'), most: 32, keep: 'end' },
];

const isOrdinary = (result: ScanResult): boolean =>
  result.outcome === 'assessed' && !isShown(result.screened.assessment);

const percent = (probability: number): string => `${(probability * 100).toFixed(probability < 0.1 ? 1 : 0)} %`;

function cellsOf(result: ScanResult, { dictionary, shared, reveal }: ForPeople): string[] {
  if (result.outcome === 'unreadable') return [word('unreadable'), '', '', '', '', printable(result.source)];
  const { message, assessment } = result.screened;
  const { name = '', address = '' } = message.from ?? {};
  const { coverLine } = maskingOfMail(shared, assessment, reveal);
  return [
    word(assessment.band),
    percent(assessment.probability),
    printable(coverLine(name || address)),
    printable(coverLine(message.subject)),
    assessment.acts.map(({ act }) => dictionary.acts.get(act)?.label[language()] ?? act).join(say('、', ', ')),
    printable(result.source),
  ];
}

function createCounts() {
  const counts = new Map<string, number>();
  let mails = 0;
  return {
    /** How many there are with this one. */
    add(result: ScanResult): number {
      const verdict = word(result.outcome === 'unreadable' ? 'unreadable' : result.screened.assessment.band);
      counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
      return ++mails;
    },
    mails: () => mails,
    text(): string {
      const verdicts = [...BANDS.toReversed(), 'unreadable' as const].map(word);
      const parts = verdicts.flatMap((one) => (counts.has(one) ? [`${one} ${counts.get(one)}`] : []));
      return `${say(`${mails}通`, `${mails} mails`)}${parts.length > 0 ? `: ${parts.join(say('、', ', '))}` : ''}\n`;
    },
  };
}
