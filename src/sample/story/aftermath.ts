import { LEAD, REVIEWER, type StoryPerson } from './people.ts';

/** What followed one of the decisions: care, the file, the register, a letter and a step that wait for a second person. */
export interface StoryAftermath {
  readonly subject: string; // of the case, which somebody approved
  readonly counterparty: {
    readonly name: string;
    readonly domain: string;
    readonly postal: string;
    readonly contact: string;
    readonly clause: string; // document and section
    readonly clauseDays: number; // before the first start: when it was agreed
    readonly by: StoryPerson;
  };
  readonly rules: {
    readonly by: StoryPerson;
    readonly days: number; // before the first start, so before every case
    readonly steps: Readonly<Record<string, { readonly criteria: string; readonly frontLine: string }>>;
    readonly cautionReply: string;
    readonly endReply: string;
  };
  readonly care: { readonly by: StoryPerson; readonly followUpDays: number; readonly followUp: string }; // days from the first start
  readonly notes: { readonly by: StoryPerson; readonly fact: string; readonly effect: string };
  readonly letter: {
    readonly by: StoryPerson;
    readonly recipient: string;
    readonly sender: string;
    readonly contact: string;
    readonly demand: string;
    readonly answer: string;
  };
  readonly measure: { readonly by: StoryPerson; readonly reason: string };
}

export const AFTERMATH: StoryAftermath = {
  subject: 'Re: 請求の件、説明しろ',
  counterparty: {
    name: '黒田リフォーム',
    domain: 'kuroda-reform.example.jp',
    postal: '黒田リフォーム 御中',
    contact: '総務ご担当',
    clause: 'サービス利用契約書 第14条（迷惑行為による解除）',
    clauseDays: 400,
    by: LEAD,
  },
  rules: {
    by: LEAD,
    days: 90,
    steps: {
      caution: {
        criteria: '宣言に当たる行為があり、改めれば取引を続けられるとき。',
        frontLine: '2人で対応し、言われた言葉と時刻を記録する。',
      },
      warning: {
        criteria: '注意のあとも続くとき、または重さ2以上の行為があったとき。',
        frontLine: '連絡は課長に一本化する。行為があれば、その場で対応を終える。',
      },
      suspension: {
        criteria: '警告のあとも続き、担当者の安全や健康が守れないとき。',
        frontLine: '新しい依頼は受けず、責任者に回す。',
      },
      refusal: {
        criteria: '一時停止のあとも改まらないとき。',
        frontLine: '取引の話は受けず、責任者に回す。',
      },
      termination: {
        criteria: '契約の条項に当たる重大な行為があり、弁護士に確かめたとき。',
        frontLine: '直接の連絡には応じず、責任者に回す。',
      },
    },
    cautionReply: '当社の考えは、これまでと変わりません。新しい事情がありましたら、お知らせください。',
    endReply: 'この件へのお答えは以上です。ほかのご用件は、これまでどおり承ります。',
  },
  care: { by: LEAD, followUpDays: 7, followUp: '昼休みのあとに、短く声をかける。' },
  notes: {
    by: REVIEWER,
    fact: '同じ日の夕方、代表電話にも3回の着信があり、いずれも名乗らずに切れた。',
    effect: '担当者が2日間、電話に出られなかった。代わりの対応に合わせて4時間。',
  },
  letter: {
    by: REVIEWER,
    recipient: '黒田リフォーム 黒田 様',
    sender: '株式会社みほんクラウド サポート課',
    contact: 'support@mihon-cloud.example.jp',
    demand: '今月のご請求の内容のご説明',
    answer:
      'ご請求は、契約書の別表にある金額のとおりです。内訳の表を同封します。全額を免除することはできません。ご不明な点は、課長が文書でお答えします。',
  },
  measure: {
    by: REVIEWER,
    reason: '同じ案件で担当者個人への侮辱と、顔写真の公開の予告があった（重さ2）。決まりの「警告書」に当たる。',
  },
};
