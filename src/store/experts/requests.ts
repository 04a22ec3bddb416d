import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { CaseId } from '../../cases/index.ts';
import type { ExpertId, ExpertRequest, ExpertRequestId, Handed } from '../../response/index.ts';
import { isVisible, USUAL_VISIBILITY, type Visibility } from '../cases/visibility.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { caseFile } from '../schema/core.ts';
import { expert, expertRequest } from '../schema/experts.ts';

export interface NewExpertRequest {
  readonly caseId: CaseId;
  readonly expertId: ExpertId;
  readonly question: string;
  readonly handed: Handed;
  readonly due: ExpertRequest['due'];
}

interface Written {
  readonly by: string;
  readonly at: Date;
}

export async function addExpertRequest(tx: Db, given: NewExpertRequest, { by, at }: Written): Promise<ExpertRequestId> {
  const [row] = await tx
    .insert(expertRequest)
    .values({ ...given, question: clean(given.question), by: clean(by), at })
    .returning({ id: expertRequest.id });
  return row!.id;
}

/** Writes down what an expert answered, once. @returns false when the case has no such request, or it is answered */
export async function answerExpertRequest(
  tx: Db,
  caseId: CaseId,
  id: ExpertRequestId,
  words: string,
  { by, at }: Written,
): Promise<boolean> {
  const rows = await tx
    .update(expertRequest)
    .set({ answer: clean(words), answeredBy: clean(by), answeredAt: at })
    .where(and(eq(expertRequest.id, id), eq(expertRequest.caseId, caseId), isNull(expertRequest.answeredAt)))
    .returning({ id: expertRequest.id });
  return rows.length > 0;
}

/** What was asked about a case, the newest first. Whether somebody may see the case is asked before. */
export async function expertRequests(db: Db, caseId: CaseId): Promise<ExpertRequest[]> {
  const rows = await db
    .select({ request: expertRequest, expert: { kind: expert.kind, name: expert.name } })
    .from(expertRequest)
    .innerJoin(expert, eq(expert.id, expertRequest.expertId))
    .where(eq(expertRequest.caseId, caseId))
    .orderBy(desc(expertRequest.id));
  return rows.map(({ request, expert }) => ({
    id: request.id,
    expert,
    question: request.question,
    handed: request.handed,
    due: request.due,
    by: request.by,
    at: request.at,
    answer:
      request.answeredAt === null
        ? null
        : { words: request.answer ?? '', by: request.answeredBy ?? '', at: request.answeredAt },
  }));
}

/** A request that waits for its answer: a case and a day, nothing of what was asked. */
export interface OpenRequest {
  readonly caseId: CaseId;
  readonly expert: ExpertRequest['expert'];
  readonly due: ExpertRequest['due'];
  readonly at: Date;
}

/** Those whose day comes first, then those without one; 200 at most. */
export async function openExpertRequests(db: Db, visibility: Visibility = USUAL_VISIBILITY): Promise<OpenRequest[]> {
  return db
    .select({
      caseId: expertRequest.caseId,
      expert: { kind: expert.kind, name: expert.name },
      due: expertRequest.due,
      at: expertRequest.at,
    })
    .from(expertRequest)
    .innerJoin(expert, eq(expert.id, expertRequest.expertId))
    .innerJoin(caseFile, eq(caseFile.id, expertRequest.caseId))
    .where(and(isNull(expertRequest.answeredAt), isVisible(visibility)))
    .orderBy(sql`${expertRequest.due} nulls last`, asc(expertRequest.id))
    .limit(200);
}
