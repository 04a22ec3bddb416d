import type { MeasureStep } from '../../../response/index.ts';

export const ja = {
  measureRules: {
    title: '措置の決まり',
    lead: '案件が起きる前に、段階ごとに、いつ行うか、現場はどうするか、誰が承認するかを決めておきます。変えると新しい版になります。',
    none: 'まだ決めていません。下は案です。会社の言葉に直して保存すると、版 1 になります。保存するまで、措置は提案できません。',
    notLegal: '案は法律上の判断ではありません。契約や業法に照らして、必要なら弁護士に確かめてください。',
    readOnly: '変えられるのは管理者と責任者です。',
    version: (n: number, at: string, by: string) => `版 ${n}：${at}から、${by}`,
    versions: 'これまでの版',
    criteria: 'どんなときに',
    criteriaHint: '会社の言葉で。あとから、この段階が決まりどおりだったかを示すものになります。',
    frontLine: '実施中、現場はどうするか',
    frontLineHint: '同じ取引先の案件を開いた人に、そのまま見せます。案件の内容や名前は書かないでください。',
    approvers: '承認できる役割（提案した人とは別の人）',
    opinion: '専門家の意見',
    opinionAlways: 'この段階では、いつも弁護士など専門家の意見を求める',
    opinionWhere: 'はっきりしない答えがあるときに求める（止める段階だけ）',
    repeats: '同じ要求が繰り返されたとき',
    repeatsLead: '回答したあとに同じ要求が来た回数です。法律に決まった数はありません。重大な行為は回数を待ちません。',
    caution: '注意を添える回数',
    end: '対話を終える回数',
    cautionReply: '注意を添える返信の案',
    endReply: '対話を終える返信の案',
    replyHint: '案件に示します。自動では送られません。',
    proposals: {
      caution: {
        criteria: '宣言に当たる行為があり、言い方や回数を改めれば取引を続けられるとき。',
        frontLine: '2人で対応する。行為があったら日時と言葉を記録する。',
      },
      warning: {
        criteria: '注意のあとも同じ行為が続くとき、または重さ2以上の行為があったとき。',
        frontLine: '連絡は窓口に一本化する。行為があったら対応を終え、責任者に知らせる。',
      },
      suspension: {
        criteria: '警告書のあとも続くとき、または担当者の安全や健康が守れないとき。期間を決める。',
        frontLine: '新しい依頼は受けない。連絡は責任者に回す。',
      },
      refusal: {
        criteria: '一時停止のあとも改まらず、取引を続けることが担当者の安全や健康を損なうとき。',
        frontLine: '取引の話は受けず、責任者に回す。',
      },
      termination: {
        criteria: '契約の条項に当たる重大な行為があったとき。弁護士に確かめてから。',
        frontLine: '直接の連絡には応じず、責任者に回す。',
      },
    } satisfies Record<MeasureStep, { criteria: string; frontLine: string }>,
    cautionProposal:
      'ご要望についての当社の考えは、これまでと変わりません。新しい事情がありましたら、お知らせください。ご連絡の際は、担当者個人に向けたお言葉はお控えくださいますようお願いいたします。',
    endProposal:
      'この件については、これまでに重ねてお答えしました。これ以上のお答えは差し控えます。ほかのご用件は、これまでどおり承ります。',
    save: '新しい版として保存する',
    saved: '保存しました。これからの案件の措置に使われます。',
    wrong: '保存していません。',
    changed: 'ほかの方が先に新しい版を保存していました。その版を見てから、もう一度変えてください。',
    noWords: (step: string) => `「${step}」の「どんなときに」を書いてください。`,
    noApprover: (step: string) => `「${step}」を承認できる役割を選んでください。`,
    wrongNumbers: '回数は 2〜99 の整数で、対話を終える回数は注意の回数より大きくしてください。',
    noReply: '返信の案を2つとも書いてください。',
    tooLong: (most: number) => `${most}文字以内で書いてください。`,
  },
};
