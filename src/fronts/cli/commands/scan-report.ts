import { BANDS, type Dictionary, isSurfaced, type ReadClause } from '../../../detect/index.ts';
import type { ReadMessage } from '../../../screening/index.ts';
import type { Io } from '../io.ts';
import { BAND_WORDS, both, UNREADABLE } from '../messages.ts';
import { explanation } from '../terminal/explanation.ts';
import { table } from '../terminal/table.ts';
import { jsonLine, printable } from '../terminal/terminal.ts';
import { type ScanResult, scanRecord } from './scan-result.ts';

/** Tells the person or program what became of the mails, one by one and at the end. */
export interface ScanReport {
  add(result: ScanResult): void;
  end(): void;
}

/** A table lists all mails up to here; of more, only what is surfaced or unreadable. */
const LISTED = 50;

/** @param clauses reads those of a mail, where they are asked for. */
export const jsonReport = ({ out }: Io, clauses: ((message: ReadMessage) => ReadClause[]) | null): ScanReport => ({
  add: (result) => {
    const read = clauses === null ? undefined : result.outcome === 'assessed' ? clauses(result.screened.message) : [];
    out.write(`${jsonLine(scanRecord(result, read))}\n`);
  },
  end: () => {},
});

export function explainReport(dictionary: Dictionary, io: Io): ScanReport {
  const counts = createCounts();
  return {
    add(result) {
      counts.add(result);
      const source = printable(result.source);
      if (result.outcome === 'unreadable') io.out.write(`${UNREADABLE}  ${source}\n\n`);
      else io.out.write(`${explanation({ ...result.screened, source, dictionary }, io)}\n`);
    },
    end: () => io.out.write(counts.text()),
  };
}

export function tableReport(dictionary: Dictionary, io: Io): ScanReport {
  const counts = createCounts();
  const rows: { cells: string[]; ordinary: boolean }[] = [];
  return {
    add(result) {
      const mails = counts.add(result);
      const row = { cells: cellsOf(result, dictionary), ordinary: isOrdinary(result) };
      if (mails <= LISTED || !row.ordinary) rows.push(row);
    },
    end() {
      const listed = counts.mails() <= LISTED ? rows : rows.filter(({ ordinary }) => !ordinary);
      if (listed.length > 0)
        io.out.write(
          table(
            COLUMNS,
            listed.map(({ cells }) => cells),
            io,
          ),
        );
      io.out.write(counts.text());
    },
  };
}

const COLUMNS = [
  { title: '判定 Band' },
  { title: '点 Score', align: 'right' },
  { title: '差出人 From', most: 28 },
  { title: '件名 Subject', most: 36 },
  { title: '行為 Acts', most: 40 },
  { title: 'メール Mail', most: 32, keep: 'end' },
] as const;

const isOrdinary = (result: ScanResult): boolean =>
  result.outcome === 'assessed' && !isSurfaced(result.screened.assessment.band);

function cellsOf(result: ScanResult, dictionary: Dictionary): string[] {
  if (result.outcome === 'unreadable') return [UNREADABLE, '', '', '', '', printable(result.source)];
  const { message, assessment } = result.screened;
  return [
    BAND_WORDS[assessment.band],
    String(assessment.score),
    printable(message.from === null ? '' : message.from.name || message.from.address),
    printable(message.subject),
    assessment.acts.map(({ act }) => dictionary.acts.get(act)?.label.ja ?? act).join('、'),
    printable(result.source),
  ];
}

function createCounts() {
  const counts = new Map<string, number>();
  let mails = 0;
  return {
    /** How many there are with this one. */
    add(result: ScanResult): number {
      const word = result.outcome === 'unreadable' ? UNREADABLE : BAND_WORDS[result.screened.assessment.band];
      counts.set(word, (counts.get(word) ?? 0) + 1);
      return ++mails;
    },
    mails: () => mails,
    text(): string {
      const words = [...BANDS.toReversed().map((band) => BAND_WORDS[band]), UNREADABLE];
      const parts = words.flatMap((word) => (counts.has(word) ? [`${word} ${counts.get(word)}`] : []));
      return `${both(`${mails}通`, `${mails} mails`)}${parts.length > 0 ? `: ${parts.join('、')}` : ''}\n`;
    },
  };
}
