import { type CaseId, mayWith } from '../../cases/index.ts';
import { type LetterId, type MeasureId, type Objection, type ObjectionId, uninvolved } from '../../response/index.ts';
import {
  addObjection,
  type Db,
  type ListedPerson,
  lettersOf,
  listPeople,
  loadObjection,
  measuresOfCase,
  objectionList,
  objectionsOf,
  type Visibility,
} from '../../store/index.ts';
import { type Actor, auditActorOf, requireRight, visibilityOf } from '../actor.ts';
import { admit } from '../cases/admit.ts';
import { assigneesOf } from '../cases/assign.ts';
import type { ActionDeps } from '../deps.ts';
import { act } from '../kernel/act.ts';
import { caseNumber, day, line, pick, text } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';

export type ObjectionDeps = Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'>;

/** What a letter or a measure must be, so that somebody can object to it: they know of it. */
export interface Objectable {
  readonly letters: Awaited<ReturnType<typeof lettersOf>>; // that went out
  readonly measures: Awaited<ReturnType<typeof measuresOfCase>>; // that were approved
}

/** What may be objected to in a case. @throws Refusal `not-allowed`, `no-such-case` or `recused` */
export async function objectableIn(deps: ObjectionDeps, actor: Actor, id: CaseId): Promise<Objectable> {
  requireRight(actor, 'objections.manage');
  await admit(deps, actor, id);
  return objectableOf(deps.db, id, visibilityOf(actor));
}

/** What of a case it is against. @throws Refusal `wrong-fields`, or `not-there` where the case has no such letter or measure */
export async function placeIn(
  tx: Db,
  caseId: CaseId | null,
  against: string,
  sight: Visibility,
): Promise<{ readonly letterId: LetterId | null; readonly measureId: MeasureId | null }> {
  const [, kind, id] = AGAINST.exec(against)!;
  if (kind !== undefined && caseId === null) throw new Refusal({ code: 'wrong-fields', fields: { against: 'wrong' } });
  const letterId = kind === 'letter' ? (id as LetterId) : null;
  const measureId = kind === 'measure' ? (id as MeasureId) : null;
  if (caseId !== null) {
    const { letters, measures } = await objectableOf(tx, caseId, sight);
    const known = kind === undefined || (kind === 'letter' ? letters : measures).some((one) => one.id === id);
    if (!known) throw new Refusal({ code: 'not-there' });
  }
  return { letterId, measureId };
}

const objectableOf = async (db: Db, id: CaseId, sight: Visibility): Promise<Objectable> => ({
  letters: (await lettersOf(db, id, sight)).filter(({ sent }) => sent !== null),
  measures: (await measuresOfCase(db, id, sight)).filter(({ outcome }) => outcome?.what === 'approved'),
});

/** Against what it may be: a measure, a letter, or how the case was dealt with as a whole. */
export const AGAINST = /^(?:case|(measure|letter)-([1-9]\d{0,17}))$/;

/**
 * Writes down an objection of a company that was told of something. The log has against what it is, never from whom or its words.
 * @throws Refusal `not-there` where the case has no such letter or measure
 */
export const recordObjection = act({
  path: '/objections',
  right: 'objections.manage',
  audit: 'objection.record',
  about: 'case',
  ask: {
    case: caseNumber(),
    against: pick<string>(AGAINST),
    from: line(200),
    words: text(5000),
    received: day('behind'),
    due: day('ahead'),
  },
  logged: [],
  async do(tx, { case: caseId, against, ...given }, { by, at, sight }) {
    const { letterId, measureId } = await placeIn(tx, caseId, against, sight);
    const made = await addObjection(tx, { caseId, letterId, measureId, ...given }, { by, at });
    return { id: made, caseId, letterId, measureId };
  },
  told: ({ id, letterId, measureId }) => ({
    objection: id,
    ...(letterId === null ? {} : { letter: letterId }),
    ...(measureId === null ? {} : { measure: measureId }),
  }),
  to: (_, made) => aboutObjection(made).target,
});

/** Under which target the log has it: its case, or itself where there is none. */
export const aboutObjection = ({ id, caseId }: Pick<Objection, 'id' | 'caseId'>): { readonly target: string } => ({
  target: caseId === null ? `objection/${id}` : `case/${caseId}`,
});

/** Those of a case. @throws Refusal `not-allowed`, `no-such-case` or `recused` */
export async function objectionsIn(deps: ObjectionDeps, actor: Actor, id: CaseId): Promise<Objection[]> {
  requireRight(actor, 'objections.manage');
  await admit(deps, actor, id);
  return objectionsOf(deps.db, id, visibilityOf(actor));
}

const AT_ONCE = 200;

/** The queue: what waits, the first due first, what was answered and what was put aside last. @throws Refusal `not-allowed` */
export async function objectionQueue(
  { db }: Pick<ObjectionDeps, 'db'>,
  actor: Actor,
): Promise<Readonly<Record<'waiting' | 'answered' | 'aside', readonly Objection[]>>> {
  requireRight(actor, 'objections.manage');
  const sight = visibilityOf(actor);
  return {
    waiting: await objectionList(db, { which: 'waiting', limit: AT_ONCE, offset: 0 }, sight),
    answered: await objectionList(db, { which: 'answered', limit: 50, offset: 0 }, sight),
    aside: await objectionList(db, { which: 'aside', limit: 50, offset: 0 }, sight),
  };
}

/** An objection, and who could write the answer: of those who may, whoever had no part in what it is against. */
export interface FoundObjection {
  readonly objection: Objection;
  readonly objectable: Objectable; // in its case
  readonly people: readonly ListedPerson[];
  readonly second: readonly ListedPerson[]; // who could give the answer that somebody wrote; until then nobody
}

/**
 * One objection, for whoever may decide its case.
 *
 * @returns null when there is none in sight
 * @throws Refusal `not-allowed` or `recused`
 */
export async function viewObjection(
  deps: ObjectionDeps,
  actor: Actor,
  id: ObjectionId,
): Promise<FoundObjection | null> {
  const found = await findObjection(deps, actor, id);
  if (found === null) return null;
  await deps.audit.record({
    ...auditActorOf(actor, deps.now()),
    action: 'objection.view',
    ...aboutObjection(found.objection),
    details: { objection: id },
  });
  return found;
}

/** What every act on one asks first. @throws Refusal as `viewObjection` */
export async function findObjection(
  deps: ObjectionDeps,
  actor: Actor,
  id: ObjectionId,
): Promise<FoundObjection | null> {
  requireRight(actor, 'objections.manage');
  const objection = await loadObjection(deps.db, id, visibilityOf(actor));
  if (objection === null) return null;
  const everybody =
    objection.caseId === null
      ? (await listPeople(deps.db)).filter(({ roles }) => mayWith(roles, 'objections.manage'))
      : assigneesOf(await admit(deps, actor, objection.caseId));
  const { draft } = objection;
  const second = everybody.filter(({ id, roles }) => id !== draft?.person && mayWith(roles, 'objections.settle'));
  return {
    objection,
    objectable:
      objection.caseId === null
        ? { letters: [], measures: [] }
        : await objectableOf(deps.db, objection.caseId, visibilityOf(actor)),
    people: uninvolved(objection, everybody),
    second: draft === null ? [] : uninvolved(objection, second),
  };
}
