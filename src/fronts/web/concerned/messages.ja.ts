import type { answerCare, decideNaming, nameConcerned, sayWishes } from '../../../actions/index.ts';
import type { CareAnswer, CarePoint, CareState, Naming, Wish } from '../../../response/index.ts';
import type { ActWords } from '../shell/acts/words.ts';

const wishes = {
  nothing: '相手には何もしないでほしい',
  rest: '休みたい',
  contact: '担当を替わりたい',
  letter: '相手に書面を送ってほしい',
  police: '警察に相談してほしい',
} satisfies Record<Wish, string>;

const naming = { agreed: '書いてよい', refused: '書かないでほしい' } satisfies Record<Naming, string>;

export const ja = {
  concerned: {
    own: 'あなたに関わる件',
    ownLead: '会社に届いたものや、ほかの人の相談のうち、あなたに関わると記録された件です。文面は表示しません。',
    one: (day: string) => `${day}の件`,
    whatIsShown:
      '相手の文面や、ほかの人のことは、ここには出ません。見られるのは、あなたと、この件を担当する人だけです。何を答えても、答えなくても、不利益はありません。',
    saved: '記録しました。',
    unsaved: '記録していません。下を確かめてください。',
    wishTitle: 'あなたの希望',
    wishLead:
      'いつでも変えられます。「相手には何もしないでほしい」を選ぶと、相手への書面も措置も止まります。身の危険があるときだけは、会社があなたに話した上で動くことがあります。',
    wished: (at: string) => `いまの希望（${at}）`,
    wishes,
    wish: {
      do: '希望を伝える',
      fields: {
        wishes: {
          label: '希望（いくつでも）',
          wrong: '一つ以上選んでください。「何もしないでほしい」と「書面を送ってほしい」は、どちらか一方です。',
          options: wishes,
        },
        words: { label: '言葉で（任意）', hint: '例: しばらく電話を取りたくない。上司のだれには知られたくない。' },
      },
    } satisfies ActWords<typeof sayWishes>,
    careTitle: '会社があなたのためにすること',
    careLead:
      '担当する人が「済んだ」と書いたことは、あなたが確かめるまで、会社の実績には数えません。受けていないものは、そのままで構いません。望まないものは、ひとこと添えて断れます。',
    points: {
      thread: 'この相手への返信を、ほかの人が替わる',
      second: 'あなたが一人で対応しない',
      text: 'あなたが文面を読まずに済む',
      health: '医師・保健師などへの相談の案内',
      desk: '相談窓口の案内',
      wishes: 'あなたの希望を聞く',
      'follow-up': '後日、様子をうかがう',
    } satisfies Record<CarePoint, string>,
    states: { open: 'まだです', done: '済んだと書かれています', declined: 'しないことになっています' } satisfies Record<
      CareState,
      string
    >,
    answers: { received: '受けたと確かめました', declined: '断りました' } satisfies Record<CareAnswer, string>,
    received: { do: '受けました', fields: {} } satisfies ActWords<typeof answerCare, 'point' | 'answer' | 'words'>,
    declineTitle: '断る',
    decline: {
      do: '断る',
      fields: { words: { label: 'ひとこと', wrong: 'ひとこと書いてください。' } },
    } satisfies ActWords<typeof answerCare, 'point' | 'answer'>,
    namingTitle: '相手への書面に、あなたの名前を書いてよいか',
    namingLead:
      '書いてよいと答えるまで、名前は書きません。相手が事実を確かめられるように、役割と日付だけを書きます。すでに送った書面は変わりません。',
    naming: {
      do: '答える',
      fields: { naming: { label: '書面の中の名前', wrong: 'どちらかを選んでください。', options: naming } },
    } satisfies ActWords<typeof decideNaming>,
    doneTitle: '会社がしたこと',
    doneLead: '新しいものが上です。文面は出ません。',
    nothingDone: '相手に対してしたことは、まだありません。',
    add: '書き足す',
    // on the case
    title: '本人',
    lead: 'この案件が起きた社員です。本人の画面には、この案件があること、ケア、会社がしたことだけが出ます。文面は出ません。',
    nobody: 'まだだれも登録していません。社員でない方は、案件ファイルの「関係者」に書きます。',
    by: { report: '本人の相談', named: '登録' },
    notSaid: '希望はまだ聞いていません。',
    namingOf: (answer: Naming | null) => `書面の名前：${answer === null ? 'まだ答えていません' : naming[answer]}`,
    roleOf: (role: string) => `書面での呼び方：${role}`,
    stopped:
      '本人が「相手には何もしないでほしい」と希望しています。相手への書面・措置・証拠の一式は作れません。希望が変わったとき、または身の危険があるとき（重さ3）だけ進めます。',
    confirmed: (n: number, of: number) => `本人が確かめたケア：${of}項目のうち ${n}項目`,
    confirmedOne: '本人が確かめました',
    name: {
      do: '登録する',
      fields: {
        person: { label: '社員', wrong: '一覧から選んでください。' },
        role: {
          label: '書面での呼び方（任意）',
          hint: '名前を書かない書面で使います。例: 窓口の担当者、営業の担当者。空なら「担当者」。',
        },
      },
    } satisfies ActWords<typeof nameConcerned, 'do'>,
    addTitle: '本人を登録する',
    namedInMails: 'メールに名前があります',
    remove: { do: '外す', fields: {} } satisfies ActWords<typeof nameConcerned, 'do' | 'person' | 'role'>,
    removeOf: (name: string) => `${name}を外す`,
    choose: '選んでください',
  },
};
