import type { StoryMail } from './mail.ts';
import { DESK, EMPLOYEE, LEAD, MANAGER, REVIEWER, SALES } from './people.ts';

const buyer = ['東雲商事 購買部', 'kobai@shinonome-shoji.example.co.jp'] as const;

/** A client coerces a discount three times in two months. */
export const COERCED: readonly StoryMail[] = [
  {
    id: 'coerced-01',
    day: 66,
    time: '09:32',
    from: buyer,
    subject: '来期の保守の単価',
    body: '東雲商事の購買部です。\n\n来期の保守の単価を３割下げろ。のめないなら、来月から発注を止める。\n返事は今週中に。',
  },
  {
    id: 'coerced-02',
    day: 37,
    time: '18:41',
    from: buyer,
    subject: 'Re: 来期の保守の単価',
    body: '返事を読んだ。据え置きなど話にならない。\n\n３割引けないなら他社に変えるぞ。協議などしない。石井では話にならん。',
    answers: 'coerced-01',
  },
  {
    id: 'coerced-03',
    day: 8,
    time: '17:15',
    from: buyer,
    subject: 'Re: 来期の保守の単価',
    body: 'まだ分からないのか。\n\n今日中に３割引くと書いて返せ。さもないと取引は終わりだ。おたくなど、うちの仕事がなければつぶれるだろう。',
    answers: 'coerced-01',
  },
];

/** What the company did about it, from its first answer to the record for its lawyer. Days count from that of the newest mail. */
export const COERCION = {
  subject: 'Re: 来期の保守の単価',
  party: {
    by: LEAD,
    day: -400,
    name: '東雲商事株式会社',
    domain: 'shinonome-shoji.example.co.jp',
    postal: '東雲商事株式会社 購買部 御中',
    contact: '購買部 部長',
    clause: '保守業務委託契約書 第18条（不当な要求による解除）',
  },
  quoted: [
    '来期の保守の単価を３割下げろ。のめないなら、来月から発注を止める。',
    '今日中に３割引くと書いて返せ。さもないと取引は終わりだ。',
  ], // as they stand in the mails
  answers: [
    { by: REVIEWER, day: -52, note: '原価の内訳を示し、据え置きをお願いした。' },
    { by: REVIEWER, day: -24, note: '2回に分けた改定を提案した。' },
  ],
  talk: {
    by: SALES,
    ...{ day: -22, answered: -20, due: -8 },
    who: '営業部 課長',
    words: '来期の保守の単価（人件費の上昇の資料を添えて）',
    refused: '「話すことはない」とのこと。',
  },
  concerned: { by: LEAD, who: EMPLOYEE, day: 1, role: '保守の窓口の担当者' },
  care: {
    by: LEAD,
    day: 1,
    followUp: '窓口を替えて2週間の様子を聞く。',
    followUpDays: 3, // from the first start
  },
  wish: { by: EMPLOYEE, day: 2, words: '会社の名前で、やめるように伝えてほしいです。' },
  fact: {
    by: REVIEWER,
    day: 1,
    time: '08:40',
    on: -24,
    words: '発注書の単価は、保守業務委託契約書の別表1のとおりである。',
  },
  warning: {
    by: REVIEWER,
    ...{ day: 3, approver: LEAD, proposed: '10:20', approved: '13:40', drafted: '14:10', read: '16:30' },
    reason: '答えたあとの同じ要求が3度目になり、協議にも応じていない。決まりの「警告書」に当たる。',
    note: '窓口の担当者の名前は出さない。',
    sender: '株式会社みほんクラウド 営業部長',
    contact: '総務課 kujo@mihon-cloud.example.jp',
    request: '協議に応じないまま、取引の終了を示して値引きを求めることを、おやめください。',
    redact: '石井',
    replyBy: 17,
  },
  objection: {
    by: REVIEWER,
    ...{ day: 5, due: 19 },
    from: '東雲商事株式会社 購買部',
    words: '通常の価格交渉であり、警告を受けるいわれはない。',
  },
  answer: {
    by: DESK,
    ...{ day: 6, giver: MANAGER, drafted: '09:50', given: '11:20', written: '13:10', read: '15:40' },
    reasons:
      '取引の終了を示した要求が3度あり、その間のご協議のお願いをお断りになったためです。単価のご協議は、これからもお受けします。',
  },
  dossier: { by: DESK, day: 7 },
} as const;

/** Somebody whom another case befell, and who wants nothing done about it. */
export const NOTHING_DONE = {
  subject: '社長が土下座して謝れ',
  by: LEAD,
  who: EMPLOYEE,
  role: '予約窓口の担当者',
  words: '大ごとにしたくありません。電話をほかの人が取ってくれれば、それで十分です。',
  care: ['thread', 'second', 'desk'],
  hours: 20, // after the newest mail
} as const;
