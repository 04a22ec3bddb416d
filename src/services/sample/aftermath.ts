import {
  type ActionDeps,
  createCounterparty,
  draftLetter,
  noteInCase,
  type PersonActor,
  perform,
  proposeMeasure,
  recordCare,
} from '../../actions/index.ts';
import type { CaseId } from '../../cases/index.ts';
import { ACT_LABELS } from '../../fronts/shared/index.ts';
import { type Day, GATES, openPoints } from '../../response/index.ts';
import { AFTERMATH, type StoryPerson } from '../../sample/index.ts';
import { caseEntries, counterpartyOfCase, lettersOf, loadCare, measuresOfCase } from '../../store/index.ts';
import { dayAfter, dayOf } from '../../util/day.ts';
import { approvedCase } from './approved-case.ts';

export interface AftermathDeps extends Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'> {
  readonly company: { readonly name: string; readonly timeZone: string };
}
export type ActorOf = (who: StoryPerson) => PersonActor;

/**
 * What followed one decision of the story: care for the person concerned first, then the file, and a letter and a step that each wait for
 * a second person. What is there already is left as it is.
 *
 * @throws Refusal where somebody has decided otherwise meanwhile
 */
export async function playAftermath(deps: AftermathDeps, actorOf: ActorOf, stopping: AbortSignal): Promise<void> {
  const id = (await approvedCase(deps, AFTERMATH.subject))?.id;
  if (id === undefined) return;
  for (const step of [register, care, file, letter, measure]) {
    stopping.throwIfAborted();
    await step(deps, actorOf, id);
  }
}

type Step = (deps: AftermathDeps, actorOf: ActorOf, id: CaseId) => Promise<void>;

const register: Step = async (deps, actorOf, id) => {
  if ((await counterpartyOfCase(deps.db, id)) !== null) return;
  const { name, domain, postal, contact, clause, clauseDays, by } = AFTERMATH.counterparty;
  await perform(createCounterparty, { ...deps, sharedDomains: [] }, actorOf(by), {
    kind: 'company',
    name,
    domains: [domain],
    postal,
    contacts: [{ name: contact }],
    clause: { agreedOn: dayFrom(deps, -clauseDays), document: clause },
  });
};

const care: Step = async (deps, actorOf, id) => {
  const known = await loadCare(deps.db, id);
  if (known === null || Object.keys(known.records).length > 0) return;
  const { by, followUpDays, followUp } = AFTERMATH.care;
  for (const point of openPoints(known))
    await perform(
      recordCare,
      deps,
      actorOf(by),
      point === 'follow-up'
        ? { id, do: 'plan', due: dayFrom(deps, followUpDays), note: followUp }
        : { id, do: 'point', point, state: point === 'health' ? 'declined' : 'done' },
    );
};

const file: Step = async (deps, actorOf, id) => {
  if ((await caseEntries(deps.db, [id])).length > 0) return;
  const { by, fact, effect } = AFTERMATH.notes;
  await perform(noteInCase, deps, actorOf(by), {
    id,
    kind: 'person',
    as: 'victim',
    relation: 'employee',
    name: '',
    words: '',
  });
  await perform(noteInCase, deps, actorOf(by), { id, kind: 'fact', on: null, words: fact });
  await perform(noteInCase, deps, actorOf(by), { id, kind: 'effect', harm: 'time', words: effect });
};

const letter: Step = async (deps, actorOf, id) => {
  if ((await lettersOf(deps.db, id)).length > 0) return;
  const { by, recipient, sender, contact, demand, answer } = AFTERMATH.letter;
  const words = { recipient, sender, contact, demand, answer };
  const asked = { id, kind: 'calm-reply', language: 'ja', date: dayFrom(deps, 0), ...words };
  await perform(draftLetter, { ...deps, acts: ACT_LABELS }, actorOf(by), asked);
};

const measure: Step = async (deps, actorOf, id) => {
  if ((await measuresOfCase(deps.db, id)).length > 0) return;
  const { by, reason } = AFTERMATH.measure;
  const gates = Object.fromEntries(GATES.map((gate) => [gate, { answer: 'clear', note: '' }]));
  await perform(proposeMeasure, deps, actorOf(by), { id, step: 'warning', reason, gates, opinion: null });
};

const dayFrom = ({ now, company }: AftermathDeps, days: number): Day =>
  dayAfter(dayOf(now(), company.timeZone), days) as Day;
