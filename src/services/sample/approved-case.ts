import type { CaseId } from '../../cases/index.ts';
import { type Db, listCases } from '../../store/index.ts';

/** The newest approved case with a subject. */
export async function approvedCase(
  { db }: { readonly db: Db },
  subject: string,
): Promise<{ readonly id: CaseId; readonly receivedAt: Date } | null> {
  const { cases } = await listCases(db, { status: 'approved', words: subject, limit: 20, offset: 0 });
  return cases.find((one) => one.subject === subject) ?? null;
}
