import type { CounterpartyId } from '../../../src/cases/index.ts';
import { elementsOf } from '../../../src/cases/index.ts';
import { ACT_LABELS } from '../../../src/fronts/shared/act-labels.ts';
import type {
  CaseEntryId,
  CounterpartyFacts,
  Day,
  Dossier,
  DossierCase,
  DossierOrder,
  ExpertRequestId,
  LetterId,
  MeasureId,
  ObjectionId,
  TalkId,
} from '../../../src/response/index.ts';
import { caseId, personId } from '../../support/ids.ts';
import { evidenceCase } from '../evidence/samples.ts';

const day = (text: string) => text as Day;
const at = (text: string) => new Date(text);
const gate = { answer: 'clear', note: '社内で確かめた条項' } as const;

export const LETTER_PDF = Buffer.from('%PDF-1.7 letter');

/** A case in which a client coerced a discount: every kind of thing that a record tells, and words that stay in the house. */
export const discountCase = (own: Partial<DossierCase> = {}): DossierCase => ({
  id: caseId('7'),
  openedAt: at('2026-10-05T00:00:00Z'),
  mails: [
    {
      kind: 'received',
      at: at('2026-10-05T00:30:00Z'),
      sha256: 'a'.repeat(64),
      kept: true,
      quotes: ['半額にしないなら取引を切る。'],
    },
  ],
  reports: [],
  decisions: [
    {
      decision: {
        kind: 'approve',
        acts: ['discount-demand'],
        severity: 2,
        elements: elementsOf({ customer: 'met' }),
        declaration: true,
        affected: ['colleague'],
        harms: ['money'],
        ownCause: 'no',
        note: '値引きの覚え書き',
      },
      by: '責任 者子',
      at: at('2026-10-06T01:00:00Z'),
    },
  ],
  answers: [at('2026-10-05T05:00:00Z')],
  letters: [
    {
      ...{ id: '1' as LetterId, caseId: caseId('7'), number: 1, kind: 'warning', language: 'ja' },
      template: { name: null, sha256: '0'.repeat(64) },
      quotes: [],
      clause: null,
      unset: [],
      ...{ docxSha256: '1'.repeat(64), pdfSha256: '2'.repeat(64), decisions: 1 },
      written: {
        ...{ recipient: '株式会社あいて', sender: '例示商事', contact: '', staff: '', facts: '', demand: '' },
        ...{ answer: '', request: '今後の要求は書面でお願いします。' },
      },
      days: { date: null, 'reply-by': null, effective: null },
      drafted: { person: personId('p1'), by: '起案 一郎', at: at('2026-10-09T00:00:00Z') },
      approved: { by: '承認 二郎', at: at('2026-10-09T05:00:00Z') },
      withdrawn: null,
      sent: { by: '起案 一郎', at: at('2026-10-12T00:00:00Z'), day: day('2026-10-10'), way: 'certified', note: '' },
      reply: { by: '起案 一郎', at: at('2026-10-16T00:00:00Z'), day: day('2026-10-15'), note: '納得できない' },
      file: LETTER_PDF,
    },
  ],
  measures: [
    {
      ...{ id: '3' as MeasureId, caseId: caseId('7'), step: 'warning', ruleVersion: 1 },
      reason: '注意のあとも続いた',
      gates: { clause: gate, cause: gate, accommodation: gate, duty: gate, proportion: gate },
      opinion: { from: '法律 三郎', day: day('2026-10-08'), note: '意見書の中身' },
      ...{ decisions: 1, stale: false, shown: true },
      proposed: { by: '起案 一郎', person: personId('p1'), at: at('2026-10-08T00:00:00Z') },
      outcome: {
        ...{ by: '承認 二郎', person: personId('p2'), at: at('2026-10-08T03:00:00Z') },
        ...{ what: 'approved', note: '承認のメモ' },
      },
      lifted: null,
    },
  ],
  objections: [
    {
      ...{ id: '5' as ObjectionId, caseId: caseId('7'), against: { kind: 'case' }, from: '株式会社あいて' },
      ...{ words: '通常の交渉だった', received: day('2026-10-16'), due: day('2026-10-30') },
      ...{ by: '責任 者子', at: at('2026-10-16T02:00:00Z'), assigned: null, returned: null, involved: [] },
      ...{ aside: null, mails: [] },
      draft: {
        ...{ effect: 'upheld', reasons: '3度の要求を確かめた', by: '回答 四郎' },
        ...{ person: personId('p4'), at: at('2026-10-20T00:00:00Z') },
      },
      answered: { by: '確定 五郎', person: personId('p5'), at: at('2026-10-21T00:00:00Z') },
    },
  ],
  experts: [
    {
      ...{
        id: '9' as ExpertRequestId,
        expert: { kind: 'lawyer', name: '法律 三郎' },
        question: '警告の前に聞いたこと',
      },
      ...{ handed: 'words', due: null, by: '責任 者子', at: at('2026-10-07T00:00:00Z') },
      answer: { words: '弁護士の答え', by: '責任 者子', at: at('2026-10-08T00:00:00Z') },
    },
  ],
  entries: [
    {
      ...{ id: '1' as CaseEntryId, by: '責任 者子', at: at('2026-10-06T00:00:00Z'), struck: null },
      note: { kind: 'fact', on: day('2026-10-04'), words: '電話でも半額を求められた' },
    },
    {
      ...{ id: '4' as CaseEntryId, by: '責任 者子', at: at('2026-10-06T00:00:00Z') },
      struck: { by: '責任 者子', at: at('2026-10-07T00:00:00Z'), why: '別の会社のこと' },
      note: { kind: 'fact', on: day('2026-10-04'), words: '面会を求められた' },
    },
    {
      ...{ id: '2' as CaseEntryId, by: '責任 者子', at: at('2026-10-06T00:00:00Z'), struck: null },
      note: { kind: 'judgement', words: '社内の評価' },
    },
    {
      ...{ id: '3' as CaseEntryId, by: '責任 者子', at: at('2026-10-06T00:00:00Z'), struck: null },
      note: { kind: 'person', as: 'victim', relation: 'employee', name: '被害 花子', words: '本人のこと' },
    },
  ],
  care: { ...evidenceCase().care, records: { health: { ...evidenceCase().care.records.health! } } },
  custody: evidenceCase().custody,
  ...own,
});

const party: Pick<CounterpartyFacts, 'name' | 'clause'> = {
  name: '株式会社あいて',
  clause: { agreedOn: day('2026-04-01'), document: '基本契約書 第12条' },
};

const step = (name: string) =>
  ({ step: name, criteria: `${name} の基準`, frontLine: '', approvers: ['lead'] }) as never;

export const discountDossier = (own: Partial<Dossier> = {}): Dossier => ({
  about: { kind: 'case', id: caseId('7') },
  counterparty: { ...party, clauseNoted: { by: '責任 者子', at: at('2026-04-02T00:00:00Z') } },
  cases: [discountCase()],
  repeats: [
    {
      act: 'discount-demand',
      times: [
        { at: at('2026-10-05T00:30:00Z'), caseId: caseId('7') },
        { at: at('2026-10-07T00:30:00Z'), caseId: caseId('7') },
      ],
      answers: [at('2026-10-05T05:00:00Z')],
      due: null,
    },
  ],
  talks: [
    {
      ...{ id: '4' as TalkId, counterpartyId: '2' as CounterpartyId, asked: day('2026-10-06'), due: day('2026-10-20') },
      ...{ who: '起案 一郎', way: 'phone', words: '来期の単価の協議', by: '起案 一郎', at: at('2026-10-06T03:00:00Z') },
      answer: {
        ...{ what: 'refused', day: day('2026-10-07'), words: '話すことはないと言われた' },
        ...{ by: '起案 一郎', at: at('2026-10-07T03:00:00Z') },
      },
    },
  ],
  rules: [
    {
      ...{ version: 1, by: '責任 者子', person: null, at: at('2026-09-01T00:00:00Z') },
      rules: {
        steps: ['caution', 'warning', 'suspension', 'refusal', 'termination'].map(step),
        repeats: { caution: 2, end: 3, cautionReply: '', endReply: '' },
      },
    },
  ],
  policies: [
    { number: 1, from: '2026-09-01' },
    { number: 2, from: '2026-10-10' },
  ],
  leftOut: null,
  ...own,
});

export const dossierOrder = (own: Partial<DossierOrder> = {}): DossierOrder => ({
  recipient: 'lawyer',
  at: at('2026-11-01T00:00:00Z'),
  by: '責任 者子',
  company: { name: '例示商事', timeZone: 'Asia/Tokyo' },
  komainu: '0.1.0',
  acts: ACT_LABELS,
  ...own,
});
