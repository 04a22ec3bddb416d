import type { addExpert, askExpert, endExpert, noteExpertAnswer } from '../../../actions/index.ts';
import { NAMES } from '../../../response/index.ts';
import type { ActWords, Fields } from '../shell/acts/words.ts';

const kinds = NAMES.ja.experts;

export const ja = {
  experts: {
    title: '社外の専門家',
    lead: '相談できる社外の人の連絡先と、答えを待っている相談です。狛犬からは何も送りません。連絡した人が、ここに記録します。',
    kinds,
    contacts: '連絡先',
    none: '連絡先はまだありません。',
    add: {
      title: '連絡先を加える',
      do: '加える',
      fields: {
        kind: { label: '種類', wrong: '種類を選んでください。', options: kinds },
        name: { label: '名前・事務所', wrong: '名前を書いてください。' },
        contact: { label: '連絡の方法（電話、アドレス、時間）', wrong: '連絡の方法を書いてください。' },
      },
    } satisfies ActWords<typeof addExpert> & { title: string },
    end: { do: '外す', fields: {} } satisfies ActWords<typeof endExpert>,
    endOf: (name: string) => `${name} を外す`,
    waiting: '答えを待っている相談',
    nothingWaits: 'ありません。',
    late: '期限切れ',
    case: '案件',
    link: '社外の専門家に相談する',
    short: 'だれに、何を、どこまで渡して尋ねたかを残します。',
    open: '開く',
    of: (id: string) => `案件${id}の、社外への相談`,
    back: (id: string) => `案件${id}`,
    askLead:
      '渡すものは、尋ねるのに要る分だけにします。産業医や心理の専門家には、本人の希望と働き方だけで足りることが多く、相手のメールは要りません。',
    ask: {
      title: '相談したことを記録する',
      do: '記録する',
      fields: {
        expert: { label: '相手', wrong: '相手を選んでください。' },
        question: {
          label: '尋ねたこと',
          hint: '名前を書かなくても通じるように書きます。',
          wrong: '尋ねたことを書いてください。',
        },
        handed: {
          label: '渡したもの',
          wrong: '渡したものを選んでください。',
          options: {
            words: '言葉での説明だけ',
            covered: '名前を伏せた写し',
            pack: '証拠の一式（「証拠の一式」で作ったもの）',
          },
        },
        due: {
          label: '期限',
          hint: '答えが要る日。なければ空けておきます。',
          wrong: '今日から5年後までの日付にしてください。',
        },
        consent: {
          label: '相談した本人が、社外に尋ねることに同意している',
          wrong: '本人の同意がないと、社外に尋ねられません。',
        },
      },
    } satisfies { title: string; do: string; fields: Fields<typeof askExpert> },
    noExpert: '先に連絡先を加えてください。',
    asked: 'これまでに尋ねたこと',
    answer: {
      do: '答えを記録する',
      fields: { words: { label: '答え', wrong: '答えを書いてください。' } },
    } satisfies ActWords<typeof noteExpertAnswer>,
    by: (name: string, at: string) => `${name}、${at}`,
  },
};
