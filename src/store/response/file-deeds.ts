import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { CaseId } from '../../cases/index.ts';
import { type Day, RECIPIENTS } from '../../response/index.ts';
import type { Db } from '../engine/db.ts';
import { audit } from '../schema/audit.ts';
import { expert, expertRequest } from '../schema/experts.ts';
import { letter } from '../schema/letters.ts';
import { measure } from '../schema/measure.ts';
import { objection } from '../schema/outside.ts';
import { furtherMails } from './additions.ts';
import { careDeeds, demandAnswers, wordsBetween } from './file-care.ts';
import { type FileDeed, MOST } from './file-deed.ts';

/**
 * What was done in a case and in `parts`, which stand in it, of each kind the newest 500; in no order. Who may see the case is asked
 * before.
 */
export async function fileDeeds(db: Db, id: CaseId, parts: readonly CaseId[]): Promise<FileDeed[]> {
  const file = [id, ...parts];
  return [
    ...(await careDeeds(db, file)), // at one moment, care stands first
    ...(await letterDeeds(db, file)),
    ...(await measureDeeds(db, file)),
    ...(await objectionDeeds(db, file)),
    ...(await packDeeds(db, file)),
    ...(await expertDeeds(db, file)),
    ...(await wordsBetween(db, file)),
    ...(await demandAnswers(db, file)),
    ...(await furtherMails(db, file)).map((one): FileDeed => ({ kind: 'further', ...one })),
  ];
}

const LETTER_COLUMNS = {
  id: letter.id,
  caseId: letter.caseId,
  number: letter.number,
  of: letter.kind,
  draftedBy: letter.draftedBy,
  draftedAt: letter.draftedAt,
  approvedBy: letter.approvedBy,
  approvedAt: letter.approvedAt,
  withdrawnBy: letter.withdrawnBy,
  withdrawnAt: letter.withdrawnAt,
  sentDay: letter.sentDay,
  sentBy: letter.sentBy,
  sentAt: letter.sentAt,
  replyDay: letter.replyDay,
  replyBy: letter.replyBy,
  replyAt: letter.replyAt,
};

async function letterDeeds(db: Db, file: readonly CaseId[]): Promise<FileDeed[]> {
  const rows = await db
    .select(LETTER_COLUMNS)
    .from(letter)
    .where(inArray(letter.caseId, [...file]))
    .orderBy(desc(letter.id))
    .limit(MOST);
  return rows.flatMap((row) => {
    const one = { kind: 'letter' as const, letter: row.id, number: row.number, of: row.of, caseId: row.caseId };
    const deed = (
      did: (FileDeed & { readonly kind: 'letter' })['did'],
      by: string | null,
      at: Date | null,
      day: Day | null = null,
    ): FileDeed[] => (by === null || at === null ? [] : [{ ...one, did, by, at, day }]);
    return [
      ...deed('drafted', row.draftedBy, row.draftedAt),
      ...deed('approved', row.approvedBy, row.approvedAt),
      ...deed('withdrawn', row.withdrawnBy, row.withdrawnAt),
      ...deed('sent', row.sentBy, row.sentAt, row.sentDay),
      ...deed('answered', row.replyBy, row.replyAt, row.replyDay),
    ];
  });
}

async function measureDeeds(db: Db, file: readonly CaseId[]): Promise<FileDeed[]> {
  const rows = await db
    .select()
    .from(measure)
    .where(inArray(measure.caseId, [...file]))
    .orderBy(desc(measure.id))
    .limit(MOST);
  return rows.flatMap((row): FileDeed[] => {
    const one = { kind: 'measure' as const, measure: row.id, step: row.step, caseId: row.caseId };
    return [
      { ...one, did: 'proposed', by: row.proposedBy, at: row.proposedAt },
      ...(row.outcome === null || row.outcomeAt === null
        ? []
        : [{ ...one, did: row.outcome, by: row.outcomeBy ?? '', at: row.outcomeAt }]),
      ...(row.liftedAt === null ? [] : [{ ...one, did: 'lifted' as const, by: row.liftedBy ?? '', at: row.liftedAt }]),
    ];
  });
}

/** That somebody objected, and what came of it once a second person had said so. */
async function objectionDeeds(db: Db, file: readonly CaseId[]): Promise<FileDeed[]> {
  const rows = await db
    .select()
    .from(objection)
    .where(and(inArray(objection.caseId, [...file]), isNull(objection.asideAt)))
    .orderBy(desc(objection.id))
    .limit(MOST);
  return rows.flatMap(({ id, caseId, by, at, effect, answeredBy, answeredAt }): FileDeed[] => {
    const one = { kind: 'objection' as const, objection: id, caseId: caseId! };
    return [
      { ...one, did: 'received', by, at },
      ...(effect === null || answeredAt === null
        ? []
        : [{ ...one, did: effect, by: answeredBy ?? '', at: answeredAt }]),
    ];
  });
}

/** That packs left the house is written in the audit log alone. */
async function packDeeds(db: Db, file: readonly CaseId[]): Promise<FileDeed[]> {
  const targets = new Map<string, CaseId>(file.map((id) => [`case/${id}`, id]));
  const rows = await db
    .select({ at: audit.at, by: audit.name, target: audit.target, details: audit.details })
    .from(audit)
    .where(and(eq(audit.action, 'case.evidence'), inArray(audit.target, [...targets.keys()])))
    .orderBy(desc(audit.seq))
    .limit(MOST);
  return rows.flatMap(({ at, by, target, details }): FileDeed[] => {
    const recipient = RECIPIENTS.find((one) => one === details.recipient);
    const inDanger = details.reason === 'danger';
    return recipient === undefined ? [] : [{ kind: 'pack', at, by, caseId: targets.get(target)!, recipient, inDanger }];
  });
}

async function expertDeeds(db: Db, file: readonly CaseId[]): Promise<FileDeed[]> {
  const rows = await db
    .select({
      request: expertRequest.id,
      caseId: expertRequest.caseId,
      of: expert.kind,
      by: expertRequest.by,
      at: expertRequest.at,
      answeredBy: expertRequest.answeredBy,
      answeredAt: expertRequest.answeredAt,
    })
    .from(expertRequest)
    .innerJoin(expert, eq(expert.id, expertRequest.expertId))
    .where(inArray(expertRequest.caseId, [...file]))
    .orderBy(desc(expertRequest.id))
    .limit(MOST);
  return rows.flatMap(({ answeredBy, answeredAt, by, at, ...one }): FileDeed[] => [
    { kind: 'expert', did: 'asked', by, at, ...one },
    ...(answeredAt === null
      ? []
      : [{ kind: 'expert' as const, did: 'answered' as const, by: answeredBy ?? '', at: answeredAt, ...one }]),
  ]);
}
