import type { CaseSummary } from '../../../cases/index.ts';
import type { Act } from '../../../detect/index.ts';
import type { Io } from '../io.ts';
import { say, word } from '../messages.ts';
import { table } from './table.ts';
import { localTime, printable } from './terminal.ts';

/** A case as `cases list --json` prints it; times are ISO 8601 in UTC. */
export type ListedCase = Omit<CaseSummary, 'receivedAt' | 'foundActs'> & { readonly receivedAt: string };

/** These fields in this order, whatever else a case carries. */
export const listedCase = (one: ListedCase): ListedCase => ({
  id: one.id,
  kind: one.kind,
  status: one.status,
  band: one.band,
  acts: one.acts,
  from: one.from,
  subject: one.subject,
  mails: one.mails,
  receivedAt: one.receivedAt,
  decidedBy: one.decidedBy,
});

export interface CaseTableOptions {
  readonly acts: Readonly<Record<Act, string>>; // in words
  readonly timeZone: string;
}

export function caseTable(cases: readonly ListedCase[], { acts, timeZone }: CaseTableOptions, io: Io): string {
  if (cases.length === 0) return `${say('案件はありません', 'no cases')}\n`;
  const rows = cases.map((one) => [
    one.id,
    one.band === null ? word(one.kind) : word(one.band),
    word(one.status),
    one.acts.map((act) => acts[act]).join(say('、', ', ')),
    printable(one.from),
    printable(one.subject),
    String(one.mails),
    localTime(one.receivedAt, timeZone),
    printable(one.decidedBy ?? ''),
  ]);
  return table(
    [
      { title: say('番号', 'ID'), align: 'right' },
      { title: say('判定', 'Band') },
      { title: say('状態', 'Status') },
      { title: say('行為', 'Acts'), most: 40 },
      { title: say('差出人', 'From'), most: 30 },
      { title: say('件名', 'Subject'), most: 40 },
      { title: say('通数', 'Mails'), align: 'right' },
      { title: say('受信', 'Received') },
      { title: say('判断した人', 'Decided by'), most: 24 },
    ],
    rows,
    io,
  );
}
