import { eq } from 'drizzle-orm';
import { CaseError, type CaseStatus, type Decision } from '../cases/index.ts';
import { clean, cleanJson } from './clean.ts';
import type { Db } from './db.ts';
import { isRowId } from './ids.ts';
import { caseFile, decision as decisions } from './schema.ts';

/**
 * Records what a person decided. The case's row is locked, so that of two decisions at the same time one fails.
 *
 * @throws CaseError when the case does not exist or its status does not allow the decision.
 */
export async function decide(db: Db, id: string, decision: Decision, by: string, at: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const [row] = isRowId(id)
      ? await tx.select({ status: caseFile.status }).from(caseFile).where(eq(caseFile.id, id)).for('update')
      : [];
    if (!row) throw new CaseError('not-found', 'There is no such case.');
    const status = statusAfter(row.status, decision);
    const open = status === 'open';
    await tx
      .update(caseFile)
      .set({ status, decidedBy: open ? null : clean(by), decidedAt: open ? null : at })
      .where(eq(caseFile.id, id));
    await tx.insert(decisions).values({ caseId: id, decision: cleanJson(decision), by: clean(by), at });
  });
}

function statusAfter(status: CaseStatus, decision: Decision): CaseStatus {
  const undoes = decision.kind === 'reopen';
  if (undoes && status === 'open') throw new CaseError('wrong-status', 'The case is open already.');
  if (!undoes && status !== 'open')
    throw new CaseError('wrong-status', 'The case was decided already; reopen it first.');
  switch (decision.kind) {
    case 'approve':
      return 'approved';
    case 'dismiss':
      return 'dismissed';
    case 'reopen':
      return 'open';
  }
}
