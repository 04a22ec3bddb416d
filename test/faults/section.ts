/** What a run was asked for on the command line; null: as the section thinks fit. */
export interface Asked {
  readonly seed: number;
  readonly mails: number | null;
  readonly kills: number | null;
  readonly from: string | null; // a commit
}

/** A section of the report, and the run that writes it. */
export interface Section {
  readonly title: string;
  readonly run: (asked: Asked) => Promise<Outcome>;
}

export interface Outcome {
  readonly markdown: string;
  readonly faults: readonly string[]; // a sentence each; with one the run has failed
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export const seconds = (ms: number | null): string => (ms === null ? 'never' : `${(ms / 1000).toFixed(1)} s`);

export const whole = (value: number): string => Math.round(value).toLocaleString('en');
