import { type CaseId, isNamedIn, searched } from '../../cases/index.ts';
import { isJustified, type ObjectionId, wasInTheRight } from '../../response/index.ts';
import { addReferral, type Db, lastDecision, listPeople } from '../../store/index.ts';
import { auditActorOf } from '../actor.ts';
import { act, course } from '../kernel/act.ts';
import { line, rowId, text } from '../kernel/ask.ts';
import { Refusal, wrongFields } from '../refusal.ts';
import { aboutObjection, findObjection, type ObjectionDeps } from './record.ts';

const asked = { team: line(60), words: text(300) };

/**
 * Passes a complaint that is in the right on to whoever can better the service: to which team, and a factual word without names. Nothing is sent.
 * The log has neither.
 *
 * @throws Refusal `not-there` where the case was not dismissed as such, and `wrong-fields` where a person is named
 */
export const referComplaint = act({
  path: '/cases/:id/referrals',
  right: 'cases.decide',
  audit: 'complaint.refer',
  about: 'id',
  ask: { id: rowId<CaseId>(), ...asked },
  logged: [],
  async do(tx, { id, ...given }, doer) {
    if (!isJustified((await lastDecision(tx, id, doer.sight))?.decision ?? null))
      throw new Refusal({ code: 'not-there' });
    await requireNobody(tx, given.words);
    await addReferral(tx, { ...given, caseId: id, objectionId: null }, doer);
  },
  to: ({ id }) => `case/${id}`,
});

/** The same of an objection that was answered by a change. @throws Refusal as above */
export const referObjection = course({
  path: '/objections/:objection/referrals',
  right: 'objections.manage',
  ask: { objection: rowId<ObjectionId>(), ...asked },
  async run(deps: ObjectionDeps, { objection: id, ...given }, { actor, by, at }) {
    const found = await findObjection(deps, actor, id);
    if (found === null || !wasInTheRight(found.objection)) throw new Refusal({ code: 'not-there' });
    const { caseId } = found.objection;
    await deps.audit.during(
      async (tx) => {
        await requireNobody(tx, given.words);
        await addReferral(tx, { ...given, caseId, objectionId: id }, { by, at });
      },
      () => ({
        ...auditActorOf(actor, at),
        action: 'complaint.refer',
        ...aboutObjection(found.objection),
        details: { objection: id },
      }),
    );
  },
});

/** It stays longer than the case, and goes round in a team: no address, and nobody of the company. */
async function requireNobody(db: Db, words: string): Promise<void> {
  const said = searched([words]);
  const people = await listPeople(db);
  if (/\S@\S/.test(words) || people.some(({ name }) => isNamedIn(said, { name, email: null })))
    throw wrongFields({ words: 'wrong' });
}
