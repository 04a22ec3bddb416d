import type { answerCooperation, recordCooperation } from '../../../actions/index.ts';
import type { ActWords } from '../shell/acts/words.ts';

export const ja = {
  cooperation: {
    title: 'ほかの会社との協力の求め',
    lead: '相手方の従業員について事実の確認などの協力を求められたとき、こちらから求めたときの記録です（労働施策総合推進法33条3項。応じるよう努めるものとされています）。ここから何かが送られることはありません。',
    of: (direction: string, company: string) => `${company}（${direction}）`,
    waiting: '答えを待っているもの',
    none: 'ありません。',
    answered: '答えが済んだもの',
    noted: (day: string, by: string) => `${day}（記録 ${by}）`,
    record: {
      title: '求めを記録する',
      do: '記録する',
      fields: {
        direction: {
          label: '向き',
          wrong: '向きを選んでください。',
          options: { received: '求められた', sent: 'こちらから求めた' },
        },
        company: { label: '会社', wrong: '会社を書いてください。' },
        contact: { label: '連絡先（なくてもかまいません）' },
        words: {
          label: '求めの内容',
          hint: '何を、いつまでに。個人の名前は、要る分だけ。',
          wrong: '求めの内容を書いてください。',
        },
        asked: { label: '受けた日・出した日', wrong: '今日までの日にしてください。' },
        due: { label: '期限', wrong: '期限は、今日から5年以内の日にしてください。' },
        caseId: { label: '案件の番号（あれば）', wrong: 'その番号の案件は見つかりません。' },
      },
    } satisfies ActWords<typeof recordCooperation> & { title: string },
    answer: {
      do: '答えを記録する',
      fields: {
        words: {
          label: '答え',
          hint: '応じたこと、応じられなかったことと、その理由。',
          wrong: '答えを書いてください。',
        },
        day: { label: '答えた日・答えが来た日', wrong: '今日までの日にしてください。' },
      },
    } satisfies ActWords<typeof answerCooperation>,
  },
};
