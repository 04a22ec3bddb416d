import type { ClockState, ClockStep, DueKind } from '../../../response/index.ts';

export const ja = {
  deadlines: {
    title: '期限',
    lead: '案件ごとに、次にすることの期限です。早いものが先です。',
    none: '期限のあるものはありません。',
    case: '案件',
    step: 'すること',
    due: '期限',
    who: '動く人',
    steps: { look: '見る', decide: '判断する', care: 'ケアを確かめる' } satisfies Record<ClockStep, string>,
    states: { running: '', soon: '期限が近い', late: '期限を過ぎています' } satisfies Record<ClockState, string>,
    late: (n: number) => `期限を過ぎたものが${n}件あります。`,
    open: '期限の一覧',
    card: '期限',
    dueAt: (step: string, at: string) => `${step}：${at}まで`,
    people: (who: string, substitutes: string) => `動く人：${who}。過ぎたとき：${substitutes}`,
    byVersion: (n: number) => `エスカレーション表 版${n}`,
    rules: 'エスカレーション表',
    mark: (at: string) => `期限 ${at}`,
    answers: '回答の期限',
    answersLead: '案件の期限とは別に、答えを待っているものと、こちらが答えるものです。',
    noAnswers: '答えを待っているものはありません。',
    what: '何の',
    kinds: {
      expert: '社外の専門家の答え',
      objection: '異議への答え',
      cooperation: 'ほかの会社との協力の求め',
    } satisfies Record<DueKind, string>,
  },
};
