import { CARE_POINTS, stateOf } from '../care.ts';
import type { CaseEntry } from '../case-entries.ts';
import { SHARES } from '../evidence/recipients.ts';
import { pairs, table, words } from '../evidence/sheets.ts';
import type { Block } from '../letters/blocks.ts';
import { GATES } from '../measures/gates.ts';
import { isYounger, ruleOf } from '../measures/ladder.ts';
import { type Measure, measureState } from '../measures/measure.ts';
import type { DossierCase } from './dossier.ts';
import { DOSSIER_SHARES } from './shares.ts';
import type { Writing } from './writing.ts';

const shareOf = ({ order }: Writing) => DOSSIER_SHARES[order.recipient];

/** Somebody of ours and a moment; the name only where it is told. */
const signed = ({ order, minute }: Writing, by: string, at: Date): string =>
  [SHARES[order.recipient].staffNames ? by : '', minute(at)].filter((one) => one !== '').join(' ');

const titled = (text: string): Block => words(text, { size: 10, bold: true, before: 8 });

/** The same of each case that has something to say, under its number where there are several. */
function ofCases(writing: Writing, blocksOf: (one: DossierCase) => readonly Block[]): Block[] {
  const { dossier, say } = writing;
  return dossier.cases.flatMap((one) => {
    const blocks = blocksOf(one);
    return blocks.length === 0 || dossier.cases.length === 1 ? blocks : [titled(say.case(one.id)), ...blocks];
  });
}

export function partyIn({ dossier: { counterparty }, say, minute }: Writing): Block[] {
  if (counterparty === null) return [words(say.party.unknown, { size: 9 })];
  const { name, clause, clauseNoted } = counterparty;
  return [
    pairs([
      [say.party.name, name],
      [say.party.clause, clause === null ? say.party.noClause : say.clauseOf(clause.agreedOn, clause.document)],
      ...(clauseNoted === null ? [] : [[say.party.noted, minute(clauseNoted.at)]]),
    ]),
  ];
}

/** Which versions there are, and what the newest rules say of each step; those that a measure followed stand beside it. */
export function rulesIn({ dossier: { policies, rules }, say, minute }: Writing): Block[] {
  const lines = [
    ...policies.map(({ number, from }) => say.policyOf(number, from)),
    ...rules.map(({ version, at }) => say.rulesOf(version, minute(at))),
  ];
  return lines.map((line) => words(line, { size: 9, marker: '・' }));
}

export function repeatsIn({ dossier, order, say, minute }: Writing): Block[] {
  const days = (list: readonly Date[]) =>
    list.length === 0 ? '-' : [...new Set(list.map((at) => minute(at).slice(0, 10)))].join(say.comma);
  return dossier.repeats.flatMap(({ act, times, answers }) => [
    titled(say.repeated(order.acts[say.language][act], times.length)),
    words(say.asksAndAnswers(days(times.map(({ at }) => at)), days(answers)), { size: 9 }),
  ]);
}

export const measuresIn = (writing: Writing): Block[] =>
  ofCases(writing, (one) => one.measures.map((measure) => measureIn(writing, one, measure)));

function measureIn(writing: Writing, { openedAt }: DossierCase, measure: Measure): Block {
  const { dossier, say } = writing;
  const { words: theirs, ours } = shareOf(writing);
  const { step, ruleVersion, reason, gates, opinion, proposed, outcome, lifted } = measure;
  const rules = dossier.rules.find(({ version }) => version === ruleVersion) ?? null;
  const rule = say.rule;
  return pairs([
    [rule.measure, say.steps[step]],
    [rule.state, say.states[measureState(measure, true)]],
    ...(rules === null
      ? [[rule.rule, say.noRules]]
      : [
          [rule.rule, say.rulesOf(ruleVersion, writing.minute(rules.at))],
          [rule.age, isYounger(rules, openedAt) ? rule.younger : rule.older],
          [rule.criteria, ruleOf(rules.rules, step).criteria],
        ]),
    ...(theirs ? [[rule.reason, reason]] : []),
    [
      rule.gates,
      GATES.map((gate) => {
        const { answer, note } = gates[gate];
        return [`${say.gates[gate]}：${say.gateAnswers[answer]}`, ...(ours && note !== '' ? [note] : [])].join(' ');
      }).join('\n'),
    ],
    [
      rule.opinion,
      opinion === null
        ? rule.noOpinion
        : ours
          ? `${say.opinionOf(opinion.from, opinion.day)}\n${opinion.note}`
          : opinion.day,
    ],
    [rule.proposedBy, signed(writing, proposed.by, proposed.at)],
    ...(outcome === null ? [] : [[rule.decidedBy, signed(writing, outcome.by, outcome.at)]]),
    ...(lifted === null
      ? []
      : [[rule.lifted, [signed(writing, lifted.by, lifted.at), ...(theirs ? [lifted.note] : [])].join('\n')]]),
  ]);
}

/** Effects and causes for whoever reads words, judgements for whoever stands on our side. What was struck says so. */
export const concernedIn = (writing: Writing): Block[] =>
  ofCases(writing, ({ entries }) => {
    const rows = entries.flatMap((entry) => rowOf(writing, entry));
    return rows.length === 0 ? [] : [pairs(rows)];
  });

function rowOf(writing: Writing, { note, by, at, struck }: CaseEntry): string[][] {
  const { say } = writing;
  const { words: theirs, ours } = shareOf(writing);
  const line = (label: string, text: string): string[][] => [
    [
      label,
      [
        text,
        signed(writing, by, at),
        ...(struck === null
          ? []
          : [say.struck(SHARES[writing.order.recipient].staffNames ? struck.by : '', writing.minute(struck.at))]),
        ...(struck === null || struck.why === '' ? [] : [say.struckWhy(struck.why)]),
      ].join('\n'),
    ],
  ];
  switch (note.kind) {
    case 'effect':
      return theirs ? line(`${say.effect}：${say.harms[note.harm]}`, note.words) : [];
    case 'cause':
      return theirs ? line(say.cause, [say.causes[note.cause], note.words].join(' ')) : [];
    case 'judgement':
      return ours ? line(say.judgement, note.words) : [];
    case 'fact': // in the chronology
    case 'person':
      return [];
  }
}

/** Points of the columns. */
const CARE = [280, 80, 123];

export const careIn = (writing: Writing): Block[] =>
  ofCases(writing, ({ care }) => {
    const { say, minute } = writing;
    const rows = CARE_POINTS.map((point) => {
      const record = care.records[point];
      return [say.care[point], say.careStates[stateOf(care, point)], record === undefined ? '' : minute(record.at)];
    });
    return [table(CARE, [[say.carePoint, say.careState, say.columns.when], ...rows])];
  });

export const expertsIn = (writing: Writing): Block[] =>
  ofCases(writing, ({ experts }) =>
    experts.map(({ expert, question, at, answer }) => {
      const { say, minute } = writing;
      const { ours } = shareOf(writing);
      return pairs([
        [say.asked(say.experts[expert.kind]), [minute(at), ...(ours ? [expert.name, question] : [])].join('\n')],
        [say.answer, answer === null ? say.waiting : [minute(answer.at), ...(ours ? [answer.words] : [])].join('\n')],
      ]);
    }),
  );

export const objectionsIn = (writing: Writing): Block[] =>
  ofCases(writing, ({ objections }) =>
    objections.map(({ from, words: said, received, due, draft, answered }) => {
      const { say } = writing;
      const { words: theirs } = shareOf(writing);
      return pairs([
        ...(theirs ? [[say.objection.from, `${from}\n${said}`]] : []),
        [say.objection.received, received],
        [say.objection.due, due],
        ...(draft === null || answered === null
          ? [[say.objection.answer, say.objection.waiting]]
          : [
              [say.objection.answer, [say.effects[draft.effect], ...(theirs ? [draft.reasons] : [])].join('\n')],
              [say.objection.drafted, signed(writing, draft.by, draft.at)],
              [say.objection.given, signed(writing, answered.by, answered.at)],
            ]),
      ]);
    }),
  );
