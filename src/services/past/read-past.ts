import type { PastRow } from '../../cases/index.ts';
import { type PastMailbox, type PastPosition, type PastSpan, planPast } from '../../intake/index.ts';
import { createPastMemory, type JudgeBlock, judgeBlock } from '../../tuning/index.ts';

/** One trial, from where it was interrupted. */
export interface Reading extends Pick<JudgeBlock, 'judge' | 'hash'> {
  readonly mailboxes: readonly PastMailbox[];
  readonly span: PastSpan;
  readonly rows: readonly PastRow[]; // of the mails that were read before, in their order
  /** How many incoming mails lie in the span. */
  readonly onPlan: (total: number) => Promise<void>;
  /** Takes what was made of some mails. @returns false: enough, nothing of them was taken */
  readonly commit: (rows: readonly PastRow[]) => Promise<boolean>;
}

/** @returns whether it came to its end. @throws PastTroubleError when a mailbox cannot be read */
export async function readPast({ mailboxes, span, rows, onPlan, commit, ...judging }: Reading): Promise<boolean> {
  const plan = await planPast(mailboxes, span, positionOf(rows));
  await onPlan(plan.total);
  const memory = createPastMemory(rows);
  let n = rows.length;
  for await (const mails of plan.blocks()) {
    const judged = await judgeBlock(mails, n, { ...judging, memory });
    if (!(await commit(judged))) return false;
    n += judged.length;
  }
  return true;
}

const positionOf = (rows: readonly PastRow[]): PastPosition | null => rows.at(-1) ?? null;
