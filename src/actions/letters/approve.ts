import type { CaseId } from '../../cases/index.ts';
import { isStale, type LetterId, stageOf, standsOnApproval } from '../../response/index.ts';
import { approveLetter as approveInStore, holdForLetter, loadCare } from '../../store/index.ts';
import { requirePerson, requireRight } from '../actor.ts';
import { requireUnlocked } from '../external-step.ts';
import { act } from '../kernel/act.ts';
import { rowId } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';
import { detailsOf, requireLetter } from './case.ts';
import { clauseOf } from './clause.ts';
import { requireMeasureFor } from './measure.ts';
import { requireNaming } from './naming.ts';

/**
 * Approves a letter that somebody else drafted. Only then may its files be saved.
 *
 * @throws Refusal `people-only`, `no-such-letter`, `letter-status`, `own-letter`, `case-status`, `care-open`, `wish-nothing`,
 * `not-named`, `letter-stale`, `no-clause` or `no-measure`
 */
export const approveLetter = act({
  path: '/cases/:id/letters/:letter/approve',
  right: 'letters.approve',
  audit: 'letter.approve',
  about: 'id',
  ask: { id: rowId<CaseId>(), letter: rowId<LetterId>() },
  logged: [],
  async do(tx, { id, letter: which }, { actor, at, sight: visibility }) {
    const person = requirePerson(actor);
    requireRight(actor, 'cases.letters');
    const letter = await requireLetter(tx, actor, id, which);
    if (stageOf(letter) !== 'draft') throw new Refusal({ code: 'letter-status' });
    if (letter.drafted.person === person.id) throw new Refusal({ code: 'own-letter' });
    const [now, care] = [await holdForLetter(tx, id, visibility), await loadCare(tx, id, visibility)];
    if (now === null || care === null) throw new Refusal({ code: 'no-such-case' });
    if (isStale(letter, now)) throw new Refusal({ code: 'letter-stale' });
    requireUnlocked({ status: now.status, care }, { neutral: !standsOnApproval(letter.kind) });
    await requireNaming(tx, id, letter);
    if (letter.kind === 'immediate-termination' && (await clauseOf(tx, actor, id, letter.language)) !== letter.clause)
      throw new Refusal({ code: 'no-clause' }); // it was on file when the letter was drafted
    await requireMeasureFor(tx, actor, id, letter.kind);
    if (!(await approveInStore(tx, which, { by: person.name, person: person.id, at })))
      throw new Refusal({ code: 'letter-status' });
    return letter;
  },
  told: detailsOf,
  to: ({ id }) => `case/${id}`,
});
