import type { PromotionGrounds } from '../../../store/index.ts';

const percent = (share: number) => `${Math.round(share * 100)}%`;

export const ja = {
  apprentices: {
    title: '見習いの項目',
    badge: '見習い中',
    lead: (precision: number, days: number) =>
      `見習いの項目は、それだけではメールを微妙までにしか上げません。案件の判断が集まり、適合率の下限が${percent(precision)}に届き、${days}日のあいだ却下も誤りの指摘もなければ、自動で正式な項目になります。`,
    since: 'いまの内容になってからの案件だけを数えます。非公開の相談は数えません。',
    none: '見習いの項目はありません。新しい項目は、画面で作ると見習いから始まります。',
    ready: '条件を満たしました。まもなく正式な項目になります。',
    missing: (n: string) => `このまま認定が続けば、あと ${n}件`,
    against: (n: string, days: number) => `${days}日以内に却下か誤りの指摘が ${n}件あります`,
    promoted: '最近、正式な項目になったもの',
    grounds: ({ approved, dismissed, low, needed, calmDays }: PromotionGrounds) =>
      `認定 ${approved}件、却下 ${dismissed}件。適合率の下限は ${percent(low)}（条件 ${percent(needed)}）。${calmDays}日のあいだ却下も誤りの指摘もなし。`,
    seeChange: '変更を見る',
    demote: '見習いに戻す',
    demoteHint: '微妙までにしか数えなくなります。これまでの判断は数えず、はじめから集め直します。',
    demoteReason: '理由（なくてもよい）',
    demoted: (id: string) => `${id} を見習いに戻しました。数秒で使い始めます。`,
    already: '見習いになっています。',
    followUp: '見習いの様子を見る',
    promotedLately: (n: number) => `最近、見習いから正式な項目になったものが ${n}件あります。`,
  },
  costly: {
    title: '手間のかかる項目',
    lead: (days: number) =>
      `この${days}日の判断で、認定より却下の多かった項目です。件数は、読む手間のめやすになります。直すか、例外を作るか、見習いに戻してください。`,
    none: '却下のほうが多い項目はありません。',
    perWeek: '週に判断する案件',
    dismissedPerWeek: 'うち却下',
    saved: 'この項目だけで却下',
    savedHint: '「この項目だけで却下」は、ほかに当たった項目がなかった案件です。なければ、読まずに済んだ数です。',
    tooFew: '3件以上判断された項目だけを数えます。見習いの項目は入れません。',
    days: { few: '判断が始まってからの日数で割っています。' },
  },
};
