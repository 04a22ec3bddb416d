import type { CaseId } from '../../cases/index.ts';
import { minuteOf } from '../../util/day.ts';
import type { Day } from '../care.ts';
import { SHARES } from '../evidence/recipients.ts';
import type { Talk } from '../talks.ts';
import { type Dossier, type DossierCase, type DossierOrder, policyOn, rulesAt } from './dossier.ts';
import { DOSSIER_SHARES } from './shares.ts';
import type { DossierWords } from './words.ts';

/** One line of the chronology. */
export interface DossierEvent {
  readonly when: string; // as it is written: minute, or day where nobody knows more
  readonly order: string; // by which it is sorted
  readonly caseId: CaseId | null; // null: of the counterparty, whatever the case
  readonly what: string;
  readonly words: readonly string[];
}

type Line = Omit<DossierEvent, 'caseId'>;

/** As much as is quoted of one text: UTF-16 units. */
const LONGEST = 1200;

const cut = (text: string): string => {
  const line = text.trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
};

/** Whose words and names whoever reads a chronology is told. */
export interface Reads {
  readonly words: boolean; // between us and the other side
  readonly ours: boolean; // among ourselves
  readonly names: boolean; // of staff
}

/** What happened and what was done in all cases and talks, oldest first, as the clocks of the company show it. */
export function chronologyOf(dossier: Dossier, order: DossierOrder, say: DossierWords): DossierEvent[] {
  const { words, ours } = DOSSIER_SHARES[order.recipient];
  const reads = { words, ours, names: SHARES[order.recipient].staffNames };
  const ofTalks = dossier.talks.flatMap((talk) => talkLinesOf(talk, order, say));
  return inOrder([...ofCases(dossier, order, reads, say), ...ofTalks.map((line) => ({ ...line, caseId: null }))]);
}

/** The same of the cases alone, for whoever reads this much of it. */
export const chronologyFor = (
  dossier: Told,
  order: Pick<DossierOrder, 'company' | 'acts'>,
  reads: Reads,
  say: DossierWords,
): DossierEvent[] => inOrder(ofCases(dossier, order, reads, say));

const ofCases = (...[dossier, order, reads, say]: Parameters<typeof chronologyFor>): DossierEvent[] =>
  dossier.cases.flatMap((one) => linesOf(dossier, one, order, reads, say).map((line) => ({ ...line, caseId: one.id })));

const inOrder = (events: readonly DossierEvent[]): DossierEvent[] =>
  [...events].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));

type Told = Pick<Dossier, 'cases' | 'policies' | 'rules'>;

function linesOf(
  dossier: Told,
  one: DossierCase,
  order: Pick<DossierOrder, 'company' | 'acts'>,
  { words: theirs, ours, names: named }: Reads,
  say: DossierWords,
): Line[] {
  const { timeZone } = order.company;
  const by = (...names: readonly string[]) => {
    const told = names.filter((name) => named && name !== '');
    return told.length === 0 ? '' : say.by(told.join(' → '));
  };
  const quoted = (shown: boolean, ...texts: readonly string[]): string[] =>
    shown ? texts.filter((text) => text.trim() !== '').map(cut) : [];
  const at = (moment: Date, what: string, words: readonly string[] = []): Line => {
    const when = minuteOf(moment, timeZone);
    return { when, order: when, what, words };
  };
  const on = (day: Day, what: string, words: readonly string[] = []): Line => ({ when: day, order: day, what, words });
  /** What somebody wrote down on that day came before what followed it on the same day; of another day nobody knows more. */
  const noted = (day: Day, moment: Date, what: string, words: readonly string[] = []): Line => {
    const { order: written } = at(moment, '');
    return { when: day, order: written.startsWith(day) ? written : `${day} 24:00`, what, words };
  };

  const mails = one.mails.map(({ kind, at: came, quotes }) =>
    at(came, say.mails[kind], quoted(theirs, ...quotes.map((words) => `「${words}」`))),
  );
  const reports = one.reports.flatMap(({ channel, happenedAt, happenedAbout, handedInAt, words }): Line[] => {
    const what = `${say.incident(say.channels[channel])}${say.space}${say.reported}`;
    const told = quoted(theirs, words);
    if (happenedAt === null) return channel === 'mail' ? [] : [at(handedInAt, what, told)];
    const { when, order: place } = at(happenedAt, '');
    return [{ when: happenedAbout === null ? when : when.slice(0, 10), order: place, what, words: told }];
  });
  const decisions = one.decisions.flatMap(({ decision, by: who, at: when }): Line[] => {
    if (decision.kind === 'hand-over') return [];
    const what = `${say.decisions[decision.kind]}${by(who)}`;
    const notes = quoted(ours, decision.note);
    if (decision.kind !== 'approve') return [at(when, what, notes)];
    const day = minuteOf(when, timeZone).slice(0, 10);
    const policy = policyOn(dossier.policies, day);
    const rules = rulesAt(dossier.rules, when);
    const found = [
      decision.acts.map((act) => order.acts[say.language][act]).join(say.comma),
      say.elements(decision.elements),
      decision.declaration ? say.declared : say.notDeclared,
      policy === null ? say.noPolicy : say.policyOf(policy.number, policy.from),
      rules === null ? say.noRules : say.rulesOf(rules.version, minuteOf(rules.at, timeZone)),
    ];
    return [at(when, what, [...found, ...notes])];
  });
  const answers = one.answers.map((when) => at(when, say.answered));
  const letters = one.letters.flatMap((letter): Line[] => {
    const what = (did: string) => `${say.letter(letter.number, say.letters[letter.kind])}${say.space}${did}`;
    const { drafted, approved, withdrawn, sent, reply, written } = letter;
    return [
      at(drafted.at, `${what(say.drafted)}${by(drafted.by)}`),
      ...(approved === null ? [] : [at(approved.at, `${what(say.approved)}${by(approved.by)}`)]),
      ...(withdrawn === null ? [] : [at(withdrawn.at, `${what(say.withdrawn)}${by(withdrawn.by)}`)]),
      ...(sent === null
        ? []
        : [
            noted(
              sent.day,
              sent.at,
              `${what(say.sent(say.ways[sent.way]))}${by(sent.by)}`,
              quoted(theirs, written.answer, written.request, sent.note),
            ),
          ]),
      ...(reply === null ? [] : [noted(reply.day, reply.at, what(say.replied), quoted(theirs, reply.note))]),
    ];
  });
  const measures = one.measures.flatMap(({ step, ruleVersion, reason, proposed, outcome, lifted }): Line[] => {
    const what = (did: string) => `${say.measure(say.steps[step], ruleVersion)}${say.space}${did}`;
    return [
      at(proposed.at, `${what(say.proposed)}${by(proposed.by)}`, quoted(theirs, reason)),
      ...(outcome === null
        ? []
        : [at(outcome.at, `${what(say.outcomes[outcome.what])}${by(outcome.by)}`, quoted(ours, outcome.note))]),
      ...(lifted === null ? [] : [at(lifted.at, `${what(say.lifted)}${by(lifted.by)}`, quoted(theirs, lifted.note))]),
    ];
  });
  const objections = one.objections.flatMap((objection): Line[] => [
    noted(objection.received, objection.at, say.objected, quoted(theirs, objection.words)),
    ...(objection.answered === null || objection.draft === null
      ? []
      : [
          at(
            objection.answered.at,
            `${say.objectionAnswered(say.effects[objection.draft.effect])}${by(objection.draft.by, objection.answered.by)}`,
            quoted(theirs, objection.draft.reasons),
          ),
        ]),
  ]);
  const experts = one.experts.flatMap(({ expert, question, at: asked, answer }): Line[] => [
    at(asked, say.asked(say.experts[expert.kind]), quoted(ours, question)),
    ...(answer === null ? [] : [at(answer.at, say.advised(say.experts[expert.kind]), quoted(ours, answer.words))]),
  ]);
  const facts = one.entries.flatMap(({ note, by: who, at: written, struck }): Line[] => {
    if (note.kind !== 'fact') return [];
    const what = `${struck === null ? say.fact : say.struckFact}${by(who)}`;
    const told = quoted(theirs, note.words, struck === null || struck.why === '' ? '' : say.struckWhy(struck.why));
    return [note.on === null ? at(written, `${what} ${say.someDay}`, told) : on(note.on, what, told)];
  });
  return [...mails, ...reports, ...decisions, ...answers, ...letters, ...measures, ...objections, ...experts, ...facts];
}

/** That talks were asked for, and what came of it. */
function talkLinesOf({ asked, way, who, words, due, answer }: Talk, order: DossierOrder, say: DossierWords): Line[] {
  const { words: theirs } = DOSSIER_SHARES[order.recipient];
  const name = SHARES[order.recipient].staffNames ? say.by(who) : '';
  const told = (...texts: readonly string[]) => (theirs ? texts.filter((text) => text.trim() !== '').map(cut) : []);
  const line = (day: Day, what: string, texts: readonly string[]): Line => ({
    ...{ when: day, order: `${day} 24:00`, what, words: texts },
  });
  return [
    line(asked, `${say.talks.asked(say.talks.ways[way], due)}${name}`, told(words)),
    ...(answer === null ? [] : [line(answer.day, say.talks.answers[answer.what], told(answer.words))]),
  ];
}
