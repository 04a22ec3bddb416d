import type { CaseId } from '../../cases/index.ts';
import { isStale, type Letter, type LetterId, stageOf, standsOnApproval } from '../../response/index.ts';
import { approveLetter as approveInStore, holdForLetter, loadCare } from '../../store/index.ts';
import { type Actor, auditActorOf, requirePerson, requireRight, visibilityOf } from '../actor.ts';
import { requireUnlocked } from '../external-step.ts';
import { Refusal } from '../refusal.ts';
import { type LetterDeps, letterCase, requireLetter } from './case.ts';
import { clauseOf } from './clause.ts';
import { requireMeasureFor } from './measure.ts';

/**
 * Approves a letter that somebody else drafted. Only then may its files be saved.
 *
 * @throws Refusal `not-allowed`, `people-only`, `no-such-case`, `recused`, `no-such-letter`, `letter-status`, `own-letter`, `case-status`,
 * `care-open`, `letter-stale`, `no-clause` or `no-measure`
 */
export async function approveLetter(deps: LetterDeps, actor: Actor, id: CaseId, which: LetterId): Promise<void> {
  requireRight(actor, 'letters.approve');
  const person = requirePerson(actor);
  await letterCase(deps, actor, id);
  const letter = await requireLetter(deps, actor, id, which);
  if (stageOf(letter) !== 'draft') throw new Refusal({ code: 'letter-status' });
  if (letter.drafted.person === person.id) throw new Refusal({ code: 'own-letter' });
  const at = deps.now();
  await deps.audit.during(
    async (tx) => {
      const visibility = visibilityOf(actor);
      const [now, care] = [await holdForLetter(tx, id, visibility), await loadCare(tx, id, visibility)];
      if (now === null || care === null) throw new Refusal({ code: 'no-such-case' });
      if (isStale(letter, now)) throw new Refusal({ code: 'letter-stale' });
      requireUnlocked({ status: now.status, care }, { neutral: !standsOnApproval(letter.kind) });
      if (letter.kind === 'immediate-termination' && (await clauseOf(tx, actor, id, letter.language)) !== letter.clause)
        throw new Refusal({ code: 'no-clause' }); // it was on file when the letter was drafted
      await requireMeasureFor(tx, actor, id, letter.kind);
      if (!(await approveInStore(tx, which, { by: person.name, at }))) throw new Refusal({ code: 'letter-status' });
    },
    () => ({ ...auditActorOf(actor, at), action: 'letter.approve', target: `case/${id}`, details: detailsOf(letter) }),
  );
}

/** A letter as the audit log names it. */
export const detailsOf = ({ number, kind, pdfSha256 }: Letter) => ({ letter: number, kind, pdf: pdfSha256 });
