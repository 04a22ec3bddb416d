import type { PastCase, PastRow, PastVerdict } from '../../../../src/cases/index.ts';
import { commitPastCases, commitPastMails, endPastRun, loadPastRun } from '../../../../src/store/index.ts';
import { backtestFigures, casesFigures, trialFigures } from '../../../../src/tuning/index.ts';
import { detectorFor } from '../../../support/dictionary.ts';
import { entryId, pastRunId } from '../../../support/ids.ts';
import type { TestDesk } from '../support/desk.ts';

export const GRAVE: PastVerdict = {
  ...{
    band: 'urgent',
    entries: [entryId('test.entry')],
    top: [entryId('test.entry')],
    acts: ['insult-person'],
  },
  ...{ probability: 0.99, pressing: true, least: 'ordinary' },
};

export const NOTHING: PastVerdict = {
  ...GRAVE,
  ...{ band: 'ordinary', entries: [], top: [], acts: [], probability: 0.001 },
};

/** As the job would: mails are written down, and the run ends. */
export async function endRun(
  { db, clock }: Pick<TestDesk, 'db' | 'clock'>,
  run: string,
  verdicts: readonly (readonly PastVerdict[])[],
): Promise<void> {
  const id = pastRunId(run);
  const rows = verdicts.map(
    (of, n): PastRow => ({
      ...{ n, at: clock.now, source: 'support', folder: 'INBOX', uidValidity: 1n, uid: 700 + n, kind: 'judged' },
      ...{ sender: 's', messageId: `m${n}`, thread: `own-${n}`, content: 'c', characters: 10, verdicts: of },
    }),
  );
  await commitPastMails(db, id, rows, clock.now);
  const { kind, since } = (await loadPastRun(db, id))!;
  const span = { since, until: new Date(clock.now.getTime() + 1) };
  const { scoring } = (await detectorFor({})).dictionary;
  const figures = kind === 'backtest' ? backtestFigures(rows, span) : trialFigures(rows, span, scoring.thresholds);
  await endPastRun(db, id, { figures, kept: rows.map(({ n }) => n), at: clock.now });
}

/** The same of a run over decided cases. */
export async function endCases(
  { db, clock }: Pick<TestDesk, 'db' | 'clock'>,
  run: string,
  cases: readonly Omit<PastCase, 'n'>[],
): Promise<void> {
  const id = pastRunId(run);
  const rows = cases.map((one, n): PastCase => ({ ...one, n }));
  await commitPastCases(db, id, rows, clock.now);
  await endPastRun(db, id, { figures: casesFigures(rows), kept: rows.map(({ n }) => n), at: clock.now });
}
