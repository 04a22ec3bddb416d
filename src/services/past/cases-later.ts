import { type FoundLater, isNamedIn, keptReading, type Named, type PastRow } from '../../cases/index.ts';
import { isShown } from '../../detect/index.ts';
import { type PastMailbox, PastTroubleError } from '../../intake/index.ts';
import { historyQuestion, type VerdictDeps, verdictOf } from '../../screening/job/index.ts';
import {
  type Db,
  endCasesLater,
  findHistory,
  loadAccount,
  mailsForCases,
  noteFoundLater,
  type PastRun,
  partName,
  writeFoundLater,
} from '../../store/index.ts';
import { isNewlyFound, type PastJudge } from '../../tuning/index.ts';

export interface CasesLaterDeps extends VerdictDeps {
  readonly db: Db;
  readonly stop: AbortSignal;
  /** How a source names the mails of a folder in the store. */
  readonly hasFolders: (source: string) => boolean;
  /** Verdicts that carry no text are remembered so long: of older mails nobody can tell whether they were decided. */
  readonly verdictDays: number;
}

const AT_ONCE = 20; // mails that are fetched together
const DAY_MS = 86_400_000;

/**
 * Makes cases of the mails that the later version of a comparison surfaces and the earlier one does not, where the rules in force do so, too: each is fetched
 * again and judged as it would be today, with the history of then. What came of a mail is noted in the transaction of its verdict, so that a
 * killed process opens no case twice.
 *
 * @param judge by the rules in force
 */
export async function openCasesLater(
  deps: CasesLaterDeps,
  run: PastRun,
  mailboxes: readonly PastMailbox[],
  judge: PastJudge,
): Promise<void> {
  const { db, stop, now } = deps;
  const asked = run.laterPerson === null ? null : await loadAccount(db, run.laterPerson, now());
  const rows = await mailsForCases(db, run.id);
  const wanted = rows.filter((row) => isNewlyFound(row, run.subject));
  try {
    for (const some of together(wanted)) {
      if (stop.aborted) return;
      const [{ source, folder, uidValidity }] = some as [PastRow];
      const box = mailboxes.find(({ name }) => name === source);
      const uids = some.map(({ uid }) => uid).sort((a, b) => a - b);
      const fetched = await box?.fetch(folder, uidValidity, uids);
      for (const row of some) {
        if (stop.aborted) return;
        await settle(deps, run, row, { raw: fetched?.get(row.uid)?.raw ?? null, asked, judge });
      }
    }
    await endCasesLater(db, run.id, now(), null);
  } catch (error) {
    if (stop.aborted || !(error instanceof PastTroubleError)) throw error;
    await endCasesLater(db, run.id, now(), error.message);
  }
}

async function settle(
  deps: CasesLaterDeps,
  run: PastRun,
  row: PastRow,
  { raw, asked, judge }: { readonly raw: Uint8Array | null; readonly asked: Named | null; readonly judge: PastJudge },
): Promise<void> {
  const { db, keys, now, hasFolders, verdictDays } = deps;
  const note = (later: FoundLater) => noteFoundLater(db, run.id, row.n, later);
  if (row.at.getTime() < now().getTime() - verdictDays * DAY_MS) return note('old');
  if (raw === null || raw.length === 0) return note('gone');
  const source = hasFolders(row.source) ? partName(row.source, row.folder) : row.source;
  const screened = await judge({ bytes: raw, receivedAt: row.at, source }, (about) =>
    findHistory(db, { ...historyQuestion(keys, { receivedAt: row.at }, about), asOfThen: true }),
  );
  if (screened === null) return note('gone');
  if (!isShown(screened.assessment)) return note('ordinary');
  if (asked !== null && isNamedIn(keptReading(screened.message).searched, asked)) return note('named');
  const { uidValidity, uid, at: receivedAt } = row;
  await db.transaction(async (tx) => {
    const opened = await writeFoundLater(tx, { source, uidValidity, uid, receivedAt, raw }, (mail) =>
      verdictOf(deps, mail, screened),
    );
    await noteFoundLater(tx, run.id, row.n, opened ? 'opened' : 'known');
  });
}

/** Mails of the same folder that follow each other, a few at a time. */
function together(rows: readonly PastRow[]): PastRow[][] {
  const groups: PastRow[][] = [];
  for (const row of rows) {
    const current = groups.at(-1);
    const [first] = current ?? [];
    const fits = first?.source === row.source && first.folder === row.folder && first.uidValidity === row.uidValidity;
    if (current !== undefined && fits && current.length < AT_ONCE) current.push(row);
    else groups.push([row]);
  }
  return groups;
}
