import type { AuditAction, Details } from '../../audit/index.ts';
import type { PersonId } from '../../cases/index.ts';
import { OBJECTION_EFFECTS, type Objection, type ObjectionId } from '../../response/index.ts';
import {
  assignObjection as assignInStore,
  type Db,
  draftObjectionAnswer as draftInStore,
  giveObjectionAnswer as giveInStore,
  liftMeasure,
  placeObjection as placeInStore,
  putAside,
  returnObjectionAnswer as returnInStore,
} from '../../store/index.ts';
import { type Actor, auditActorOf, requirePerson } from '../actor.ts';
import { admit } from '../cases/admit.ts';
import { course } from '../kernel/act.ts';
import { caseNumber, choice, day, pick, rowId, text, tick } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';
import { AGAINST, aboutObjection, type FoundObjection, findObjection, type ObjectionDeps, placeIn } from './record.ts';

const objection = () => rowId<ObjectionId>();

/** Says who writes the answer: somebody who may decide the case, and whom it does not speak of. */
export const assignObjection = course({
  path: '/objections/:objection/assign',
  right: 'objections.manage',
  ask: { objection: objection(), person: pick<PersonId>() },
  async run(deps: ObjectionDeps, { objection: id, person: to }, { actor }) {
    const found = await requireObjection(deps, actor, id);
    const person = found.people.find((one) => one.id === to);
    if (person === undefined) throw new Refusal({ code: 'wrong-fields', fields: { person: 'wrong' } });
    await write(deps, actor, found.objection, { action: 'objection.assign' }, (tx) =>
      assignInStore(tx, id, { person: to, name: person.name }),
    );
  },
});

/** Says to what a mail objects, and by when it is answered. The case it belongs to is admitted. @throws Refusal `not-there` as for one that is written down */
export const placeObjection = course({
  path: '/objections/:objection/place',
  right: 'objections.manage',
  ask: { objection: objection(), case: caseNumber(), against: pick<string>(AGAINST), due: day('ahead') },
  async run(deps: ObjectionDeps, { objection: id, case: caseId, against, due }, { actor, sight }) {
    const found = await requireObjection(deps, actor, id);
    if (caseId !== null) await admit(deps, actor, caseId);
    await write(deps, actor, { id, caseId }, { action: 'objection.place' }, async (tx) => {
      const place = await placeIn(tx, caseId, against, sight);
      return placeInStore(tx, found.objection.id, { caseId, due, ...place });
    });
  },
});

/** Puts aside what is no objection but spam or a machine's, by one click; `back` takes it back. */
export const setObjectionAside = course({
  path: '/objections/:objection/aside',
  right: 'objections.manage',
  ask: { objection: objection(), back: tick() },
  async run(deps: ObjectionDeps, { objection: id, back }, { actor, by, at }) {
    const { objection: found } = await requireObjection(deps, actor, id);
    await write(deps, actor, found, { action: 'objection.aside', details: { back } }, (tx) =>
      putAside(tx, id, back ? null : { by, at }),
    );
  },
});

/**
 * What somebody would answer. It waits for a second person.
 * @throws Refusal `involved` besides
 */
export const draftObjectionAnswer = course({
  path: '/objections/:objection/draft',
  right: 'objections.manage',
  ask: { objection: objection(), effect: choice(OBJECTION_EFFECTS), reasons: text(5000) },
  async run(deps: ObjectionDeps, { objection: id, effect, reasons }, { actor, by, person, at }) {
    const found = await requireObjection(deps, actor, id);
    requireUninvolved(found.objection, found.people, person!);
    await write(deps, actor, found.objection, { action: 'objection.draft', details: { effect } }, (tx) =>
      draftInStore(tx, id, { effect, reasons, by, person: person!, at }),
    );
  },
});

/**
 * Gives the answer that somebody else wrote. A measure that is taken back ends by this, in the same transaction; nothing is sent.
 * @throws Refusal `own-proposal` or `involved` besides
 */
export const giveObjectionAnswer = course({
  path: '/objections/:objection/give',
  right: 'objections.settle',
  ask: { objection: objection() },
  async run(deps: ObjectionDeps, { objection: id }, { actor, by, person, at }) {
    const { objection: found, draft } = await requireDraftOfOther(deps, actor, id);
    const { effect, reasons } = draft;
    await write(deps, actor, found, { action: 'objection.answer', details: { effect } }, async (tx) => {
      const who = { by, person: person!, at };
      if (!(await giveInStore(tx, id, draft.at, who))) return false;
      const { against, caseId } = found;
      if (effect === 'withdrawn' && against.kind === 'measure' && caseId !== null)
        await liftMeasure(tx, caseId, against.id, { note: reasons, ...who }); // one that ended meanwhile stays as it is
      return true;
    });
  },
});

/** Gives it back to them with a reason. @throws Refusal as for giving it */
export const returnObjectionAnswer = course({
  path: '/objections/:objection/return',
  right: 'objections.settle',
  ask: { objection: objection(), note: text(1000) },
  async run(deps: ObjectionDeps, { objection: id, note }, { actor }) {
    const { objection: found, draft } = await requireDraftOfOther(deps, actor, id);
    await write(deps, actor, found, { action: 'objection.return' }, (tx) => returnInStore(tx, id, draft.at, note));
  },
});

async function requireObjection(deps: ObjectionDeps, actor: Actor, id: ObjectionId): Promise<FoundObjection> {
  const found = await findObjection(deps, actor, id);
  if (found === null) throw new Refusal({ code: 'not-there' });
  return found;
}

async function requireDraftOfOther(deps: ObjectionDeps, actor: Actor, id: ObjectionId) {
  const { objection: found, second } = await requireObjection(deps, actor, id);
  const { draft } = found;
  if (draft === null) throw new Refusal({ code: 'not-there' });
  const { id: me } = requirePerson(actor);
  if (draft.person === me) throw new Refusal({ code: 'own-proposal' });
  requireUninvolved(found, second, me);
  return { objection: found, draft };
}

function requireUninvolved({ involved }: Objection, people: readonly { readonly id: PersonId }[], me: PersonId): void {
  if (involved.includes(me) && !people.some(({ id }) => id === me)) throw new Refusal({ code: 'involved' });
}

/** @throws Refusal `not-there` when somebody was first */
async function write(
  { audit, now }: ObjectionDeps,
  actor: Actor,
  found: Pick<Objection, 'id' | 'caseId'>,
  { action, details = {} }: { readonly action: AuditAction; readonly details?: Details },
  act: (tx: Db) => Promise<boolean>,
): Promise<void> {
  await audit.during(
    async (tx) => {
      if (!(await act(tx))) throw new Refusal({ code: 'not-there' });
    },
    () => ({
      ...auditActorOf(actor, now()),
      action,
      ...aboutObjection(found),
      details: { objection: found.id, ...details },
    }),
  );
}
