import type { AuditAction, AuditRow } from '../../audit/index.ts';
import { type CaseDetail, reportsOf } from '../../cases/index.ts';
import type { CustodyRow, EvidenceCase, EvidenceKind, EvidenceMail } from '../../response/index.ts';
import { auditRows, HANDED_IN, loadCare, loadCaseMail, provenanceOf, rawOfCaseMail } from '../../store/index.ts';
import { type Actor, visibilityOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';

/** As much as one pack takes: it is made in memory. Bytes of mails as received, and their number. */
const MOST = { bytes: 200 * 1024 * 1024, mails: 2000 };

/** Who saw, saved, kept and handed over. What was decided stands in the decisions; what was done for somebody's health, nowhere. */
const CUSTODY = new Set<AuditAction>([
  'case.view',
  'case.reveal',
  'file.download',
  'case.hold',
  'case.release',
  'case.evidence',
  'case.merge',
  'case.split',
]);

/**
 * All that a pack of a case may be made of. The case was admitted before.
 *
 * @throws Refusal `no-such-case` when it is gone meanwhile, `too-large` when it has more mails than one pack takes.
 */
export async function gatherEvidence(
  { db, read }: Pick<ActionDeps, 'db' | 'read'>,
  actor: Actor,
  detail: CaseDetail,
): Promise<EvidenceCase> {
  const visibility = visibilityOf(actor);
  const care = await loadCare(db, detail.id, visibility);
  if (care === null) throw new Refusal({ code: 'no-such-case' });
  const rows = await provenanceOf(db, detail.id);
  const bytes = rows.reduce((sum, { size }) => sum + size, 0);
  if (bytes > MOST.bytes || rows.length > MOST.mails) throw new Refusal({ code: 'too-large' });
  const reports = new Map([detail, ...detail.merging.parts].map((one) => [one.id, one.report]));
  const mails: EvidenceMail[] = [];
  for (const { mailId, ...provenance } of rows) {
    const item = await loadCaseMail(db, detail.id, mailId, visibility);
    if (item === null) throw new Refusal({ code: 'no-such-case' });
    const { assessment, failure, warnings } = item;
    const report = item.incidentOf === null || item.withNote ? null : (reports.get(item.incidentOf) ?? null);
    mails.push({
      kind: kindOf(provenance.source, item.incidentOf !== null),
      ...provenance,
      receivedAt: report?.handedInAt ?? item.receivedAt, // words of an incident stand at the time of which they tell
      assessment,
      failure,
      warnings,
      message: item.message ?? (await read(item)),
      raw: await rawOfCaseMail(db, detail.id, mailId),
    });
  }
  const custody: CustodyRow[] = [];
  for (const { id } of [detail, ...detail.merging.parts]) // what stands in it was seen where it stood before, too
    for await (const row of auditRows(db, { target: `case/${id}` }))
      if (CUSTODY.has(row.action)) custody.push(custodyRow(row));
  custody.sort((a, b) => a.seq - b.seq);
  const { id, status, decisions } = detail;
  return { id, status, reports: reportsOf(detail), decisions, care, mails, custody };
}

const kindOf = (source: string, incident: boolean): EvidenceKind => {
  if (source !== HANDED_IN) return 'received';
  return incident ? 'incident' : 'handed-in';
};

/** Without the address of the client, which is nobody's business outside. */
const custodyRow = ({ seq, at, name, action, target, details, hash }: AuditRow): CustodyRow => ({
  seq,
  at,
  by: name,
  action,
  target,
  details,
  hash,
});
