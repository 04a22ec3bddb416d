import type { chooseThresholds, steerTrial, takeRole, tryPastOf } from '../../../actions/index.ts';
import type { ActWords } from '../shell/acts/words.ts';

/** Of the second step. */
export const trial = {
  lead: '直近30日のメールを読み、何件の案件になるかを数えます。何も残さず、だれにも知らせません。',
  start: { fields: { name: { label: '名前' } }, do: '試し読みを始める' } satisfies ActWords<typeof tryPastOf>,
  again: 'もう一度 試し読みする',
  skip: '試し読みをせずに始めることもできます。',
  counting: '数えています。',
  progress: (done: string, all: string) => `${done} / ${all} 通`,
  stop: {
    fields: {
      name: { label: '名前' },
      run: { label: '番号' },
      step: { label: 'すること', options: { resume: '続ける', cancel: '取りやめる' } },
    },
    do: '取りやめる',
  } satisfies ActWords<typeof steerTrial>,
  resume: '続ける',
  trouble: {
    failed: '判定を続けられませんでした。少し待ってから続けてください。続かない場合は管理者に知らせてください。',
    'wrong-rules': '始めたときの辞書を使えません。取りやめて、始め直してください。',
  },
  read: (n: string) => `直近30日の ${n}通を読みました。何も残していません。`,
  week: (n: string) => `週 ${n}件`,
  weekAfter: 'を人が確認することになります',
  slider: '案件にする数',
  fewer: (n: string) => `少なく（週${n}件）`,
  more: (n: string) => `多く（週${n}件）`,
  show: 'この数で見る',
  band: '区分',
  perWeek: '週に',
  between: (low: string, high: string) => `本当は ${low}〜${high}件のあいだと見られます。`,
  same: 'どの強さでも数は変わりません。いまの決まりのまま始められます。',
  usual: 'いまの決まりです。',
  choose: {
    fields: {
      name: { label: '名前' },
      run: { label: '番号' },
      budget: { label: '週の件数' },
      base: { label: 'いまの決まり' },
    },
    do: 'この数にする',
  } satisfies ActWords<typeof chooseThresholds>,
  chosen: 'この受信箱の決まりにしました。',
  full: '試し読みは、同時に3つまでです。終わってから始めてください。',
  noRight: '案件は、確認者の役割がある人が読みます。あなたにはまだありません。',
  takeRole: {
    fields: { role: { label: '役割', options: { lead: '責任者', reviewer: '確認者', tuner: '辞書担当' } } },
    do: '自分にも確認者の役割を付ける',
  } satisfies ActWords<typeof takeRole>,
  cannot: '試し読みは、届くメールの受信箱でだけできます。',
};
