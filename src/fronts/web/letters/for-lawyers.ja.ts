import type { LetterKind } from '../../../response/index.ts';

/** That a shipped template is for a lawyer to look at, and at what. */
export const forLawyers = {
  lawyer:
    '標準のひな形は文例で、法律の助言ではありません。警告、対話の終了、取引の終了、契約の解除は、使う前に弁護士に見てもらってください。とくに、根拠にする契約の条項、効力が生じる日、精算と返すもの、権利の留保、行為の名前を書くかどうかです。',
  look: '弁護士に見てもらう点',
  looks: {
    notice: '会社あてに知らせてよい範囲か。行為の名前と引用が、書かれた人の名誉を傷つけないか。',
    cooperation: '法律の趣旨の書き方。相手を決めつけていないか。',
    'calm-reply': '約束や、非を認める言葉になっていないか。',
    'limited-apology': 'お詫びの範囲が、確かめた事実に限られているか。責任や賠償を認める言葉になっていないか。',
    refusal: '応じる義務（契約、業法）がないか。理由の書き方。',
    'end-of-dialogue': '法令に基づく請求（解約、契約不適合、開示など）が残されているか。異議の受け方。',
    warning: '行為の名前を書くか。次に行うことが、決まりと契約に合っているか。権利の留保。',
    termination: '根拠にする契約の定め、予告の期間、応じる義務の有無。精算、返すもの、秘密保持。',
    'immediate-termination': '条項に当たる事実か、催告が要らないか。効力が生じる日、精算、損害賠償の留保。',
  } satisfies Record<LetterKind, string>,
};
