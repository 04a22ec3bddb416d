import {
  answerCare,
  answerTalk,
  approveLetter,
  createCounterparty,
  decideMeasure,
  decideNaming,
  draftLetter,
  draftObjectionAnswer,
  giveObjectionAnswer,
  makeCaseDossier,
  nameConcerned,
  noteDemandAnswer,
  noteInCase,
  noteLetterSent,
  noteTalk,
  perform,
  proposeMeasure,
  recordCare,
  recordObjection,
  sayWishes,
} from '../../actions/index.ts';
import type { CaseId } from '../../cases/index.ts';
import { ACT_LABELS } from '../../fronts/shared/index.ts';
import { type Day, GATES, objectionAnswer, openPoints } from '../../response/index.ts';
import { COERCION } from '../../sample/index.ts';
import {
  caseEntries,
  concernedIn,
  counterpartyOfCase,
  lettersOf,
  loadCare,
  measuresOfCase,
  objectionsOf,
  ownCases,
  talksOf,
} from '../../store/index.ts';
import { dayAfter, dayOf, momentIn } from '../../util/day.ts';
import type { ActorOf, AftermathDeps } from './aftermath.ts';
import { approvedCase } from './approved-case.ts';

/** What a step is given: the case, whoever acts, and the service as it was on a day of the story. */
interface Told {
  readonly deps: AftermathDeps;
  readonly id: CaseId;
  readonly actorOf: ActorOf;
  dayOn(days: number): Day; // after the newest mail
  on(days: number, time?: string): AftermathDeps & { readonly acts: typeof ACT_LABELS }; // never later than now
}
type Step = (told: Told) => Promise<void>;

/**
 * What followed when a client coerced a discount for the third time: the register, answers and talks of before, care and the wish of whom it
 * befell, a warning, the objection to it with its answer, and the record for the lawyer. Each step is left out where its trace is there.
 *
 * @throws Refusal where somebody has decided otherwise meanwhile
 */
export async function playCoercion(deps: AftermathDeps, actorOf: ActorOf, stopping: AbortSignal): Promise<void> {
  const found = await approvedCase(deps, COERCION.subject);
  if (found === null) return;
  const { timeZone } = deps.company;
  const dayOn = (days: number) => dayAfter(dayOf(found.receivedAt, timeZone), days) as Day;
  const on = (days: number, time = '10:00') => {
    const at = Math.min(momentIn(dayOn(days), time, timeZone).getTime(), deps.now().getTime());
    return { ...deps, acts: ACT_LABELS, now: () => new Date(at) };
  };
  for (const step of [register, talk, file, care, wish, warning, warningLetter, objection, answerLetter]) {
    stopping.throwIfAborted();
    await step({ deps, actorOf, id: found.id, dayOn, on });
  }
}

const register: Step = async ({ deps, actorOf, id, dayOn, on }) => {
  if ((await counterpartyOfCase(deps.db, id)) !== null) return;
  const { by, day, name, domain, postal, contact, clause } = COERCION.party;
  await perform(createCounterparty, { ...on(day), sharedDomains: [] }, actorOf(by), {
    ...{ kind: 'company', name, postal, domains: [domain], contacts: [{ name: contact }] },
    clause: { agreedOn: dayOn(day), document: clause },
  });
};

const talk: Step = async ({ deps, actorOf, id, dayOn, on }) => {
  const { by, day, answered, due, who, words, refused } = COERCION.talk;
  const counterparty = (await counterpartyOfCase(deps.db, id))!.counterparty.id;
  if ((await talksOf(deps.db, counterparty)).length > 0) return;
  const asked = { counterparty, asked: dayOn(day), due: dayOn(due), who, way: 'phone', words };
  await perform(noteTalk, on(day), actorOf(by), asked);
  const [noted] = await talksOf(deps.db, counterparty);
  const answer = { counterparty, talk: noted!.id, what: 'refused', day: dayOn(answered), words: refused };
  await perform(answerTalk, on(answered), actorOf(by), answer);
};

const file: Step = async ({ deps, actorOf, id, dayOn, on }) => {
  if ((await caseEntries(deps.db, [id])).length > 0) return;
  for (const { by, day, note } of COERCION.answers)
    await perform(noteDemandAnswer, on(1), actorOf(by), { id, day: dayOn(day), note });
  const { by, day, time, on: happened, words } = COERCION.fact; // before the decision, which it belongs to
  await perform(noteInCase, on(day, time), actorOf(by), { id, kind: 'fact', on: dayOn(happened), words });
};

const care: Step = async ({ deps, actorOf, id, on }) => {
  const { who, ...named } = COERCION.concerned;
  if ((await concernedIn(deps.db, id)).length === 0) {
    const person = { person: actorOf(who).id, role: named.role };
    await perform(nameConcerned, on(named.day), actorOf(named.by), { id, do: 'add', ...person });
  }
  const { by, day, followUp, followUpDays } = COERCION.care;
  const due = dayAfter(dayOf(deps.now(), deps.company.timeZone), followUpDays);
  for (const point of openPoints((await loadCare(deps.db, id))!))
    if (point === 'follow-up') await perform(recordCare, on(day), actorOf(by), { id, do: 'plan', due, note: followUp });
    else if (point !== 'wishes')
      await perform(recordCare, on(day), actorOf(by), { id, do: 'point', point, state: 'done' });
};

const wish: Step = async ({ deps, actorOf, id, on }) => {
  const { by, day, words } = COERCION.wish;
  const own = (await ownCases(deps.db, actorOf(by).id)).find(({ caseId }) => caseId === id);
  if (own?.wishes !== null) return;
  const report = own.key;
  await perform(answerCare, on(day), actorOf(by), { report, point: 'thread', answer: 'received', words: '' });
  await perform(decideNaming, on(day), actorOf(by), { report, naming: 'refused' });
  await perform(sayWishes, on(day), actorOf(by), { report, wishes: ['letter', 'contact'], words });
};

const warning: Step = async ({ deps, actorOf, id, on }) => {
  if ((await measuresOfCase(deps.db, id)).length > 0) return;
  const { by, day, approver, proposed, approved, reason, note } = COERCION.warning;
  const gates = Object.fromEntries(GATES.map((gate) => [gate, { answer: 'clear', note: '' }]));
  const proposal = { id, step: 'warning', reason, gates, opinion: null };
  const { measure } = await perform(proposeMeasure, on(day, proposed), actorOf(by), proposal);
  await perform(decideMeasure, on(day, approved), actorOf(approver), { id, measure, what: 'approved', note });
};

const warningLetter: Step = async ({ deps, actorOf, id, dayOn, on }) => {
  if ((await lettersOf(deps.db, id)).length > 0) return;
  const { by, day, approver, drafted, read, sender, contact, request, redact, replyBy } = COERCION.warning;
  const { party, concerned, quoted } = COERCION;
  const letter = await perform(draftLetter, on(day, drafted), actorOf(by), {
    ...{ id, kind: 'warning', language: 'ja', sender, contact, request, redact, date: dayOn(day) },
    ...{ recipient: party.postal, staff: concerned.role, lines: quoted.join('\n'), 'reply-by': dayOn(replyBy) },
  });
  await perform(approveLetter, on(day, read), actorOf(approver), { id, letter });
  await perform(noteLetterSent, on(day, read), actorOf(by), { id, letter, day: dayOn(day), way: 'certified' });
};

const objection: Step = async ({ deps, actorOf, id, dayOn, on }) => {
  if ((await objectionsOf(deps.db, id)).length > 0) return;
  const { by, day, due, from, words } = COERCION.objection;
  const [letter] = await lettersOf(deps.db, id);
  const against = { case: id, against: `letter-${letter!.id}` };
  const said = { ...against, from, words, received: dayOn(day), due: dayOn(due) };
  const { id: made } = await perform(recordObjection, on(day), actorOf(by), said);
  const { reasons, giver, ...answer } = COERCION.answer;
  const drafted = { objection: made, effect: 'upheld', reasons };
  await perform(draftObjectionAnswer, on(answer.day, answer.drafted), actorOf(answer.by), drafted);
  await perform(giveObjectionAnswer, on(answer.day, answer.given), actorOf(giver), { objection: made });
};

/** The answer as a letter, and the record for the lawyer of all of it. */
const answerLetter: Step = async ({ deps, actorOf, id, dayOn, on }) => {
  if ((await lettersOf(deps.db, id)).length !== 1) return;
  const { by, giver, day, written, read } = COERCION.answer;
  const { party, warning, dossier } = COERCION;
  const words = objectionAnswer((await objectionsOf(deps.db, id))[0]!, 'ja')!;
  const letter = await perform(draftLetter, on(day, written), actorOf(by), {
    ...{ id, kind: 'calm-reply', language: 'ja', date: dayOn(day), ...words },
    ...{ recipient: party.postal, sender: warning.sender, contact: warning.contact },
  });
  await perform(approveLetter, on(day, read), actorOf(giver), { id, letter });
  await perform(noteLetterSent, on(day, read), actorOf(by), { id, letter, day: dayOn(day), way: 'post' });
  await perform(makeCaseDossier, on(dossier.day), actorOf(dossier.by), { id, recipient: 'lawyer' });
};
