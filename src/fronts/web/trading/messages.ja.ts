import type { answerTalk, noteTalk } from '../../../actions/index.ts';
import type { ActWords } from '../shell/acts/words.ts';

export const ja = {
  trading: {
    title: '取引の公正さ',
    beside: '取適法・フリーランス法も関わることがある行為です。当てはまるかどうかを、狛犬は判断しません。',
    look: '人が見るところ',
    applies:
      'どちらの法律も、相手が当社に仕事を委託していて、委託の種類と双方の資本金や従業員の数が当てはまるときだけ関わります。取適法（旧 下請法）は2026年1月1日、フリーランス法は2024年11月1日に施行されました。フリーランス法は、受ける側が従業員のいない個人などのときの法律で、ここの項目は1か月以上の業務委託についてのものです。迷うときは、営業・法務の担当者や弁護士、公正取引委員会の相談窓口に聞いてください。',
    found: '認定した案件の行為について、見るところ',
    talks: '協議の申入れ',
    lead: '単価や条件の協議をいつ、どう求め、相手がどう答えたかの記録です。ここから何かが送られることはありません。案件の中身や従業員のことは書かないでください。',
    none: 'まだありません。',
    asked: (day: string, way: string, who: string) => `${day} ${way}で申入れ（${who}）`,
    noted: (by: string) => `記録 ${by}`,
    toTalks: '協議の申入れの記録',
    note: {
      title: '申入れを記録する',
      do: '記録する',
      fields: {
        asked: { label: '申し入れた日', wrong: '今日までの日にしてください。' },
        who: { label: '申し入れた人', wrong: '申し入れた人を書いてください。' },
        way: {
          label: '方法',
          wrong: '方法を選んでください。',
          options: { meeting: '面談', phone: '電話', mail: 'メール', letter: '書面', other: 'その他の方法' },
        },
        words: {
          label: '協議を求めたこと',
          hint: '事実だけを短く。文書の下書きに、このまま入ります。',
          wrong: '協議を求めたことを書いてください。',
        },
        due: { label: '返事の期限', wrong: '申し入れた日か、それより後の日にしてください。' },
      },
    } satisfies ActWords<typeof noteTalk> & { title: string },
    answer: {
      do: '返事を記録する',
      fields: {
        what: {
          label: '返事',
          wrong: '返事を選んでください。',
          options: { agreed: '応じる', refused: '応じない', none: '返事なし' },
        },
        day: {
          label: '返事の日（返事がないときは、確かめた日）',
          wrong: '申し入れた日から今日までの日にしてください。',
        },
        words: { label: '相手の言葉（なくてもかまいません）' },
      },
    } satisfies ActWords<typeof answerTalk>,
  },
};
