import type { comment } from '../../../actions/index.ts';
import type { ActWords } from '../shell/acts/words.ts';

export const ja = {
  comments: {
    title: 'コメント',
    lead: '判断せずに、気づいたことや相談したいことを書けます。書いたものは案件の履歴に残り、案件とともに消えます。',
    write: {
      do: 'コメントする',
      fields: {
        words: {
          label: 'コメント',
          hint: '事実と言葉を書き、人柄の評価は書かないでください。@名前 と書くと、その人の「メンション」に出ます。',
          wrong: 'コメントを入力してください。',
        },
      },
    } satisfies ActWords<typeof comment>,
    names: (names: string) => `@ で呼べる人: ${names}`,
    noNames: 'この案件を見られる人は、ほかにいません。',
    written: 'コメント',
    mentioned: (names: string) => `→ ${names}`,
  },
  mentions: {
    title: 'メンション',
    lead: 'あなたの名前を @ で呼んだコメントです。案件を開くと確認済みになります。',
    unseen: (n: number) => `未確認のメンション ${n}件`,
    by: (name: string) => `${name} さんから`,
    fresh: '未確認',
    seeAll: 'すべて確認済みにする',
  },
};
