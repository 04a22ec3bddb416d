import type { AuditAction, AuditRow } from '../../audit/index.ts';
import type { CaseDetail } from '../../cases/index.ts';
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
  const mails: EvidenceMail[] = [];
  for (const { mailId, ...provenance } of rows) {
    const item = await loadCaseMail(db, detail.id, mailId, visibility);
    if (item === null) throw new Refusal({ code: 'no-such-case' });
    const { receivedAt, assessment, failure, warnings } = item;
    mails.push({
      kind: kindOf(provenance.source, detail),
      ...provenance,
      receivedAt,
      assessment,
      failure,
      warnings,
      message: item.message ?? (await read(item)),
      raw: await rawOfCaseMail(db, detail.id, mailId),
    });
  }
  const custody: CustodyRow[] = [];
  for await (const row of auditRows(db, { target: `case/${detail.id}` }))
    if (CUSTODY.has(row.action)) custody.push(custodyRow(row));
  const { id, status, report, decisions } = detail;
  return { id, status, report, decisions, care, mails, custody };
}

const kindOf = (source: string, { report }: CaseDetail): EvidenceKind => {
  if (source !== HANDED_IN) return 'received';
  return report === null || report.channel === 'mail' ? 'handed-in' : 'incident';
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
