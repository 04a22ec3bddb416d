import type { CaseId, Channel, Decision, Elements, Harm, OwnCause } from '../../cases/index.ts';
import type { CarePoint, CareState } from '../care.ts';
import type { EvidenceKind } from '../evidence/case.ts';
import type { ExpertKind } from '../experts.ts';
import type { LetterKind } from '../letters/kinds.ts';
import type { SendingWay } from '../letters/letter.ts';
import type { Gate, GateAnswer } from '../measures/gates.ts';
import type { MeasureStep } from '../measures/ladder.ts';
import type { MeasureOutcome, MeasureState } from '../measures/measure.ts';
import type { ObjectionEffect } from '../objections.ts';
import type { TalkAnswer, TalkWay } from '../talks.ts';
import type { LeftOut } from './dossier.ts';

/** What a dossier says beside what people wrote. Facts, days and choices; nothing is concluded. */
export interface DossierWords {
  readonly language: 'ja' | 'en';
  readonly comma: string;
  readonly space: string; // between what and what was done to it
  readonly title: string;
  readonly lead: string;
  readonly contents: string;
  readonly chapters: Readonly<
    Record<
      | ('party' | 'rules' | 'chronology' | 'repeats' | 'trading' | 'measures' | 'concerned')
      | ('care' | 'experts' | 'objections' | 'custody' | 'leftOut'),
      string
    >
  >;
  readonly about: string;
  readonly case: (id: CaseId) => string;
  readonly cases: (ids: readonly CaseId[]) => string;
  readonly none: string;
  readonly by: (names: string) => string;
  readonly columns: Readonly<Record<'when' | 'case' | 'what', string>>;
  readonly mails: Readonly<Record<EvidenceKind, string>>;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly incident: (channel: string) => string;
  readonly reported: string; // by an employee
  readonly decisions: Readonly<Record<Exclude<Decision['kind'], 'hand-over'>, string>>;
  readonly elements: (elements: Elements) => string;
  readonly declared: string;
  readonly notDeclared: string;
  readonly noPolicy: string;
  readonly policyOf: (version: number, from: string) => string;
  readonly noRules: string;
  readonly rulesOf: (version: number, from: string) => string;
  readonly answered: string;
  readonly letter: (number: number, kind: string) => string;
  readonly letters: Readonly<Record<LetterKind, string>>;
  readonly ways: Readonly<Record<SendingWay, string>>;
  readonly drafted: string;
  readonly approved: string;
  readonly withdrawn: string;
  readonly sent: (way: string) => string;
  readonly replied: string;
  readonly measure: (step: string, version: number) => string;
  readonly steps: Readonly<Record<MeasureStep, string>>;
  readonly proposed: string;
  readonly outcomes: Readonly<Record<MeasureOutcome, string>>;
  readonly states: Readonly<Record<MeasureState, string>>;
  readonly lifted: string;
  readonly objected: string;
  readonly objectionAnswered: (effect: string) => string;
  readonly effects: Readonly<Record<ObjectionEffect, string>>;
  readonly experts: Readonly<Record<ExpertKind, string>>;
  readonly asked: (kind: string) => string;
  readonly advised: (kind: string) => string;
  readonly fact: string;
  readonly struckFact: string;
  readonly someDay: string;
  readonly party: Readonly<Record<'name' | 'unknown' | 'clause' | 'noClause' | 'noted', string>>;
  readonly clauseOf: (day: string, document: string) => string;
  readonly repeated: (act: string, times: number) => string;
  readonly asksAndAnswers: (asked: string, answered: string) => string;
  readonly trading: Readonly<Record<'lead' | 'acts' | 'talks', string>>;
  readonly talks: {
    readonly ways: Readonly<Record<TalkWay, string>>;
    readonly asked: (way: string, due: string) => string;
    readonly answers: Readonly<Record<TalkAnswer, string>>;
    readonly waiting: string;
  };
  readonly rule: Readonly<
    Record<
      | ('measure' | 'state' | 'rule' | 'age' | 'older' | 'younger' | 'criteria' | 'reason' | 'gates')
      | ('opinion' | 'noOpinion' | 'proposedBy' | 'decidedBy' | 'lifted' | 'letter'),
      string
    >
  >;
  readonly gates: Readonly<Record<Gate, string>>;
  readonly gateAnswers: Readonly<Record<GateAnswer, string>>;
  readonly opinionOf: (from: string, day: string) => string;
  readonly care: Readonly<Record<CarePoint, string>>;
  readonly carePoint: string;
  readonly careState: string;
  readonly careStates: Readonly<Record<CareState, string>>;
  readonly harms: Readonly<Record<Harm, string>>;
  readonly causes: Readonly<Record<OwnCause, string>>;
  readonly effect: string;
  readonly cause: string;
  readonly judgement: string;
  readonly objection: Readonly<
    Record<'from' | 'received' | 'due' | 'answer' | 'drafted' | 'given' | 'waiting', string>
  >;
  readonly question: string;
  readonly answer: string;
  readonly waiting: string;
  readonly custody: Readonly<Record<'number' | 'received' | 'hash' | 'handed', string>>;
  readonly seen: (times: number, people: number, from: string, to: string) => string;
  readonly saved: (times: number) => string;
  readonly notKept: string;
  readonly leftOut: Readonly<Record<'texts' | 'care' | 'people' | 'names' | 'words' | 'ours' | 'judging', string>>;
  readonly leftOutCases: Readonly<Record<keyof LeftOut, (cases: number) => string>>;
  readonly struck: (by: string, at: string) => string;
  readonly struckWhy: (why: string) => string;
  readonly enclosed: (path: string) => string;
}
