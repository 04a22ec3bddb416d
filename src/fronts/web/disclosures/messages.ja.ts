import type { draftDisclosure, giveDisclosure, recordDisclosure } from '../../../actions/index.ts';
import type { ActWords } from '../shell/acts/words.ts';

export const ja = {
  disclosures: {
    title: '開示等の請求',
    lead: '保存している情報について、送り手、社員、取引先などから、利用目的の通知、開示、訂正、利用停止などを求められたときの記録です。答えは1人が書き、別の1人が確かめて渡します。ここから何かが送られたり、消えたりすることはありません。応じる範囲と断る根拠は、専門家に確かめてください。',
    waiting: '答えを待っているもの',
    none: 'ありません。',
    answered: '答えが済んだもの',
    of: (role: string, from: string) => `${from}（${role}）`,
    noted: (day: string, by: string) => `${day} 受付（記録 ${by}）`,
    drafted: '答えの案',
    draftAgain: '答えの案を書き直す',
    writtenBy: (by: string) => `書いた人 ${by}`,
    givenBy: (day: string, by: string) => `${day} に渡した（確かめた人 ${by}）`,
    secondPerson: '自分で書いた案は、別の人が確かめて渡します。',
    refusals: {
      'own-proposal': '自分で書いた答えは、自分では渡せません。別の人に確かめてもらってください。',
    },
    record: {
      title: '請求を記録する',
      do: '記録する',
      fields: {
        from: { label: '請求した人', wrong: '請求した人を書いてください。' },
        role: {
          label: '立場',
          wrong: '立場を選んでください。',
          options: { sender: 'メールなどの送り手', employee: '社員', counterparty: '取引先', other: 'そのほか' },
        },
        identity: {
          label: '本人をどう確かめたか',
          hint: '確かめた方法。本人確認の書類の写しや番号は書きません。まだなら「まだ」と。',
          wrong: '本人をどう確かめたかを書いてください。',
        },
        wants: {
          label: '求められたこと',
          wrong: '求められたことを選んでください。',
          options: {
            purpose: '利用目的の通知',
            copy: '開示',
            provision: '第三者に渡した記録の開示',
            correction: '訂正・追加・削除',
            stop: '利用停止・消去・第三者提供の停止',
          },
        },
        words: { label: '請求の内容', wrong: '請求の内容を書いてください。' },
        received: { label: '受けた日', wrong: '今日までの日にしてください。' },
        due: {
          label: '答える期限',
          hint: '会社で決めた期限。はじめは2週間後を入れています。',
          wrong: '期限は、今日から5年以内の日にしてください。',
        },
      },
    } satisfies ActWords<typeof recordDisclosure> & { title: string },
    draft: {
      title: '答えの案を書く',
      do: '案を保存する',
      fields: {
        outcome: {
          label: '扱い',
          wrong: '扱いを選んでください。',
          options: {
            met: '応じる',
            partly: '一部に応じる',
            refused: '応じない',
            'nothing-kept': '保存している情報はない',
          },
        },
        words: {
          label: '答え',
          hint: '渡すもの、直したこと、応じない部分とその根拠。相手に伝える前提で書きます。',
          wrong: '答えを書いてください。',
        },
      },
    } satisfies ActWords<typeof draftDisclosure> & { title: string },
    give: {
      do: 'この答えを渡したと記録する',
      fields: { day: { label: '渡した日', wrong: '今日までの日にしてください。' } },
    } satisfies ActWords<typeof giveDisclosure>,
    notice: '利用目的の知らせ（ウェブサイト用の文案）',
    noticeHint:
      '写して使う文案です。そのまま使えるものではありません。自社の扱いに合わせ、専門家の目で確かめてください。',
    ourCompany: '当社',
    noticeText: (company: string) =>
      `${company}は、お問い合わせ窓口などに届いたメールその他のご連絡を、次の目的で取り扱います。
・お問い合わせとご要望に答えるため
・働く人の安全と就業環境を守り、行き過ぎた言動に会社として対応するため
・事実を確かめ、記録として残すため

窓口に届いたメールは、自動の判定で確認の要るものを選び、人が判断します。確認の要らないメールの本文は、この目的では保存しません。
保存している情報についての利用目的の通知、開示、訂正、利用停止などのご請求は、（窓口の名前と連絡先）で承ります。ご本人の確認をお願いします。`,
  },
};
