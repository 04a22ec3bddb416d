import { CARE_ANSWERS, CARE_POINTS, NAMING, stateOf, WISHES } from '../../response/index.ts';
import {
  type Db,
  loadCare,
  type OwnCase,
  ownCase,
  writeCareAnswer,
  writeCarePoint,
  writeNaming,
  writeWishes,
} from '../../store/index.ts';
import { auditActorOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { course, type Doer } from '../kernel/act.ts';
import { choice, choices, madeId, text } from '../kernel/ask.ts';
import { Refusal } from '../refusal.ts';
import { reportEntry } from '../report-entry.ts';

type Deps = Pick<ActionDeps, 'db' | 'audit'>;

/** Whoever is concerned writes for themselves, whoever else may see the case. */
const OWN_SIGHT = { seesConfidential: true };

const report = madeId(); // what they handed in, or the key of a case that was put to them

/** @throws Refusal `not-there` for what is nobody's or somebody else's */
async function requireOwn(db: Db, { person }: Pick<Doer, 'person'>, key: string): Promise<OwnCase> {
  const own = await ownCase(db, person!, key);
  if (own === null) throw new Refusal({ code: 'not-there' });
  return own;
}

const told = (own: OwnCase) => ({ id: own.key, confidential: own.confidential });

/**
 * Whoever is concerned says what they wish. That nothing is done towards the other side stands alone: from then on no letter and no step is
 * taken but in danger. To have said so is the point `wishes` of the care list.
 */
export const sayWishes = course({
  path: '/reports/:report/wishes',
  right: 'account',
  ask: { report, wishes: choices(WISHES), words: text(2000, 'maybe') },
  async run({ db, audit }: Deps, { report: key, wishes, words }, doer) {
    const own = await requireOwn(db, doer, key);
    if (wishes.includes('nothing') && wishes.includes('letter')) throw wrong('wishes');
    const { at, by } = doer;
    await audit.during(
      async (tx) => {
        await writeWishes(tx, own, { wishes, words, at });
        const care = await loadCare(tx, own.caseId, OWN_SIGHT);
        if (care !== null && stateOf(care, 'wishes') === 'open')
          await writeCarePoint(tx, own.caseId, 'wishes', { state: 'done', note: '' }, { by, at }, OWN_SIGHT);
      },
      () => reportEntry(auditActorOf(doer.actor, at), 'report.wishes', told(own), { wishes: wishes.join(' ') }),
    );
  },
});

/**
 * Whoever is concerned says that they received a care which somebody wrote down as done, or that they would rather not; that needs a word.
 * What they decline is declined in the care list, too.
 */
export const answerCare = course({
  path: '/reports/:report/care',
  right: 'account',
  ask: { report, point: choice(CARE_POINTS), answer: choice(CARE_ANSWERS), words: text(1000, 'maybe') },
  async run({ db, audit }: Deps, { report: key, point, answer, words }, doer) {
    const own = await requireOwn(db, doer, key);
    const { at, by } = doer;
    if (answer === 'declined' && words === '') throw wrong('words', 'missing');
    await audit.during(
      async (tx) => {
        const care = await loadCare(tx, own.caseId, OWN_SIGHT);
        if (care === null || (answer === 'received' && stateOf(care, point) !== 'done')) throw wrong('answer');
        await writeCareAnswer(tx, own, point, { answer, words, at });
        if (answer === 'declined')
          await writeCarePoint(tx, own.caseId, point, { state: 'declined', note: words }, { by, at }, OWN_SIGHT);
      },
      () => reportEntry(auditActorOf(doer.actor, at), 'report.care', told(own), { point, answer }),
    );
  },
});

/** Whoever is concerned agrees that a letter to the other side names them, or refuses. Letters that went out stay as they are. */
export const decideNaming = course({
  path: '/reports/:report/naming',
  right: 'account',
  ask: { report, naming: choice(NAMING) },
  async run({ db, audit }: Deps, { report: key, naming }, doer) {
    const own = await requireOwn(db, doer, key);
    await audit.during(
      (tx) => writeNaming(tx, own, naming, doer.at),
      (changed) =>
        changed ? reportEntry(auditActorOf(doer.actor, doer.at), 'report.naming', told(own), { naming }) : null,
    );
  },
});

const wrong = (field: string, problem: 'wrong' | 'missing' = 'wrong') =>
  new Refusal({ code: 'wrong-fields', fields: { [field]: problem } });
