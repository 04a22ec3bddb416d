import type { Task, When } from './task.ts';

export const ja = {
  tasks: {
    title: 'ケアと期限',
    lead: '決まった案件で人を待っていることと、過ぎた期限です。早いものから。',
    none: '今日することはありません。',
    when: {
      late: '過ぎた',
      today: '今日',
      week: '今週',
      later: 'そのあと',
      undated: '日の決まっていないもの',
    } satisfies Record<When, string>,
    what: {
      look: '案件を見る',
      decide: '判断する',
      care: 'ケアを確かめる',
      ask: '様子をうかがう',
      added: '決まったあとに加わったことを確かめる',
      expert: '社外の専門家の答えを待つ',
      objection: '異議に答える',
      cooperation: 'ほかの会社の協力の求めに答える',
      disclosure: '開示等の請求に答える',
    } satisfies Record<Task['what'], string>,
    tap: (what: string, of: string) => `${what}：${of}`,
    done: (done: number, of: number) => `ケア ${done}/${of}`,
    more: (most: number) => `種類ごとに、早いものから${most}件までです。`,
  },
  listViews: {
    label: '案件の見方',
    all: '待ち',
    mine: '自分',
    tasks: 'ケアと期限',
    decided: '決まったもの',
    worry: '心配な内容',
    late: (n: number) => `期限を過ぎたもの ${n}件`,
  },
};
