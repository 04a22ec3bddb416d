import { type CaseInList, ELEMENTS, keepingOf, type RetentionDays } from '../../../cases/index.ts';
import type { Standing } from '../../../store/index.ts';
import { CSV_MARK, csvLine } from '../../../util/csv.ts';
import { minuteOf } from '../../../util/day.ts';
import { bareSender } from '../../shared/index.ts';
import type { Messages } from '../shell/messages.ts';

export interface ListedCases {
  readonly cases: readonly CaseInList[];
  readonly standing: ReadonlyMap<string, Standing>; // by id of the case
  readonly retention: RetentionDays;
  readonly isHidden: (row: CaseInList) => boolean; // its subject
  readonly timeZone: string; // of the company, whose clocks the times are told by
}

/** A list of cases for a spreadsheet, a case to a line: as hidden as on the page, and nowhere the person who decided (decision 0008). */
export function casesCsv(list: ListedCases, messages: Messages): string {
  const { columns } = messages.exported;
  return [
    CSV_MARK,
    csvLine(Object.values(columns)),
    ...list.cases.map((row) => {
      const cells = cellsOf(row, list, messages);
      return csvLine((Object.keys(columns) as (keyof typeof columns)[]).map((name) => cells[name]));
    }),
  ].join('');
}

function cellsOf(
  row: CaseInList,
  { standing, retention, isHidden, timeZone }: ListedCases,
  messages: Messages,
): Record<keyof Messages['exported']['columns'], string> {
  const known = row.closed ? null : (standing.get(row.id) ?? null);
  const keeping = known && keepingOf(known.times, retention);
  const decision = known?.decided?.decision ?? null;
  const approval = decision?.kind === 'approve' ? decision : null;
  const hidden = isHidden(row);
  const time = (at: Date | null | undefined): string => (at ? minuteOf(at, timeZone) : '');
  return {
    id: row.id,
    status: messages.statuses[row.status],
    band: row.band === null ? messages.unreadable : messages.bands[row.band],
    acts: row.acts.map((act) => messages.acts[act]).join(messages.decide.separator),
    severity: approval?.severity ? String(approval.severity) : '',
    declaration: approval === null ? '' : approval.declaration ? messages.exported.yes : messages.exported.no,
    elements:
      approval === null
        ? ''
        : ELEMENTS.map((one) => messages.decide.elementStates[approval.elements[one]]).join(messages.decide.separator),
    reason: decision?.kind === 'dismiss' ? messages.decide.reasons[decision.reason] : '',
    receivedAt: time(row.receivedAt),
    openedAt: time(known?.times.openedAt),
    decidedAt: time(known?.times.decidedAt),
    keptUntil: time(keeping?.kind === 'until' ? keeping.at : null),
    held: keeping?.kind === 'held' ? messages.exported.yes : '',
    counterparty: row.counterparty,
    from: hidden ? bareSender(row.from, messages.language.code) : row.from,
    subject: hidden ? messages.queue.hiddenSubject : row.subject,
    mails: String(row.mails),
  };
}
