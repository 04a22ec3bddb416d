import type { CaseDetail, CaseId } from '../../cases/index.ts';
import type { Care, Letter, LetterId, PackOrder, QuotedMail } from '../../response/index.ts';
import { type Db, loadCare, loadCaseMail, loadLetter, provenanceOf } from '../../store/index.ts';
import { type Actor, requireRight, visibilityOf } from '../actor.ts';
import { admit } from '../cases/admit.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';

export type LetterDeps = Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'> & Pick<PackOrder, 'company' | 'acts'>;

/** As many mails of a case are read for a letter: its newest. */
const MOST_MAILS = 200;

/** A case that letters are written about, for whoever may. @throws Refusal `not-allowed`, `no-such-case` or `recused` */
export async function letterCase(
  deps: Pick<LetterDeps, 'db' | 'audit' | 'read' | 'now'>,
  actor: Actor,
  id: CaseId,
): Promise<{ readonly detail: CaseDetail; readonly care: Care }> {
  requireRight(actor, 'cases.letters');
  const { detail } = await admit(deps, actor, id);
  const care = await loadCare(deps.db, id, visibilityOf(actor));
  if (care === null) throw new Refusal({ code: 'no-such-case' });
  return { detail, care };
}

/** @throws Refusal `no-such-letter` */
export async function requireLetter(db: Db, actor: Actor, id: CaseId, which: LetterId): Promise<Letter> {
  const letter = await loadLetter(db, id, which, visibilityOf(actor));
  if (letter === null) throw new Refusal({ code: 'no-such-letter' });
  return letter;
}

/** A letter as the audit log names it. */
export const detailsOf = ({ number, kind, pdfSha256 }: Letter) => ({ letter: number, kind, pdf: pdfSha256 });

/** What a letter may quote: mails of the other side, and what employees told of calls, visits and posts, which says so. */
export async function quotedMails(
  { db, read }: Pick<LetterDeps, 'db' | 'read'>,
  actor: Actor,
  detail: CaseDetail,
): Promise<QuotedMail[]> {
  const rows = await provenanceOf(db, detail.id);
  const reports = new Map([detail, ...detail.merging.parts].map((one) => [one.id, one.report]));
  const mails: QuotedMail[] = [];
  for (const [place, { mailId }] of [...rows.entries()].slice(-MOST_MAILS)) {
    const item = await loadCaseMail(db, detail.id, mailId, visibilityOf(actor));
    if (item === null || item.withNote) continue;
    const message = item.message ?? (await read(item));
    if (message === null) continue;
    const told = item.incidentOf === null ? null : (reports.get(item.incidentOf) ?? null);
    mails.push({
      place,
      at: told?.happenedAt ?? item.receivedAt,
      message: told === null ? message : { ...message, parts: message.parts.filter(({ id }) => id === 'body') }, // files stay in the house
      assessment: item.assessment,
      told: told === null || told.channel === 'mail' ? null : { channel: told.channel, about: told.happenedAbout },
    });
  }
  return mails;
}

/** The acts of the approval that stands. */
export function foundIn({ decisions }: Pick<CaseDetail, 'decisions'>) {
  const standing = decisions.findLast(({ decision: { kind } }) => kind === 'approve')?.decision;
  return standing?.kind === 'approve' ? standing.acts : [];
}
