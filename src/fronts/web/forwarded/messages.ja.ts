import type { confirmForwarded, rejectForwarded } from '../../../actions/index.ts';
import type { ActWords } from '../shell/acts/words.ts';

export const ja = {
  forwarded: {
    open: '確認する',
    title: '本人の確認を待つ転送',
    lead: '相談用のアドレスに届いたものの、本人が送ったと確かめられないメールです。差出人は書き換えられるため、電話など別の方法で本人に尋ねてから受け付けてください。このメールには返信しません。',
    sender: '差出人（名乗り）',
    subject: '件名',
    noSubject: '（件名なし）',
    received: '届いた日時',
    why: '確かめられない理由',
    decide: '本人に尋ねた結果',
    confidential: '非公開の相談',
    because: {
      unproven: '会社のメールサーバーの確認（Authentication-Results）が、差出人を裏づけていません。',
      ambiguous: '会社のメールサーバーの名前の付いた確認が2つ以上あり、どれが本物か分かりません。',
      automatic: '自動で送られたメールです（自動応答、自動転送、メーリングリスト）。受け付けても返信しません。',
      many: 'この差出人から1日に届いた相談が多すぎます。',
      'no-desk': '非公開の相談ですが、届いたときに相談窓口の担当がいませんでした。',
    },
    confirm: { do: '本人が送った：相談として受け付ける', fields: {} } satisfies ActWords<typeof confirmForwarded>,
    reject: { do: '本人ではない：受け付けない', fields: {} } satisfies ActWords<typeof rejectForwarded>,
    confirmed: '相談として受け付けました。一覧に出ます。',
    rejected: '受け付けませんでした。メールは受信箱に残っています。',
    gone: 'ほかの人が先に処理しました。',
    refused: {
      title: 'この30日に受け付けなかったメール',
      lead: '受信箱に残っています。返信はしていません。',
      none: 'ありません。',
      outsider: (count: number) => `社外から、または差出人が分からない：${count}通`,
      own: (count: number) => `狛犬か、ほかの相談用アドレスから：${count}通`,
      bounce: (count: number) => `不達の知らせ：${count}通`,
      full: (count: number) => `確認待ちが多すぎる、または大きすぎる：${count}通`,
    },
    policy: (addresses: string) => `メールは ${addresses} に転送しても相談できます（添付でも、本文に引用でも）。`,
    policyConfidential: (addresses: string) =>
      `上司に知らせたくないときは ${addresses} に送るか、件名に［非公開］と入れてください。相談窓口の担当だけが見ます。`,
    policyWord: '上司に知らせたくないときは、件名に［非公開］と入れてください。相談窓口の担当だけが見ます。',
  },
};
