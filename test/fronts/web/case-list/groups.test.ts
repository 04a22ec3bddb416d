import { expect, it } from 'vitest';
import type { CaseInList, PersonId } from '../../../../src/cases/index.ts';
import { groupsOf } from '../../../../src/fronts/web/case-list/groups.ts';
import type { RunningClock } from '../../../../src/store/index.ts';
import { caseId } from '../../../support/ids.ts';

const ME = '1' as PersonId;
const at = (hour: number) => new Date(Date.UTC(2026, 6, 3, hour));
const row = (id: string, band: CaseInList['band'], acts: CaseInList['acts'], hour: number) =>
  ({ id: caseId(id), band, acts, receivedAt: at(hour), assignee: { kind: 'anyone' } }) as CaseInList;
const due = (id: string, hour: number) => [caseId(id), { dueAt: at(hour) } as RunningClock] as const;

it('puts safety first, then each band; in a group one’s own, the first deadline, then the oldest, and leaves out what is empty', () => {
  const rows = [
    row('1', 'urgent', ['apology-demand'], 1),
    row('2', 'urgent', ['insult-person', 'physical-violence'], 5),
    row('3', null, [], 2),
    row('4', 'grey', ['insult-person'], 1),
    row('5', 'urgent', ['apology-demand'], 0),
    row('6', 'urgent', ['apology-demand'], 6),
    { ...row('7', 'urgent', ['apology-demand'], 8), assignee: { kind: 'person', id: ME, name: 'x' } as const },
  ];
  const groups = groupsOf(rows, new Map([due('6', 7), due('1', 9)]), ME);
  expect(groups.map(({ gravity, rows: some }) => [gravity, some.map(({ id }) => id)])).toEqual([
    ['safety', ['2']],
    ['urgent', ['7', '6', '1', '5']],
    ['grey', ['4', '3']],
  ]);
});
