import type { ClockState, ClockStep } from '../../../response/index.ts';

export const ja = {
  deadlines: {
    title: '期限',
    open: '期限の一覧',
    steps: { look: '見る', decide: '判断する', care: 'ケアを確かめる' } satisfies Record<ClockStep, string>,
    states: { running: '', soon: '期限が近い', late: '期限を過ぎています' } satisfies Record<ClockState, string>,
    card: '期限',
    dueAt: (step: string, at: string) => `${step}：${at}まで`,
    people: (who: string, substitutes: string) => `動く人：${who}。過ぎたとき：${substitutes}`,
    byVersion: (n: number) => `期限の決まり 版${n}`,
    mark: (at: string) => `期限 ${at}`,
  },
};
