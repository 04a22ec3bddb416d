import type {
  assignObjection,
  draftObjectionAnswer,
  giveObjectionAnswer,
  placeObjection,
  recordObjection,
  referComplaint,
  returnObjectionAnswer,
  setObjectionAside,
} from '../../../actions/index.ts';
import type { ObjectionStage } from '../../../response/index.ts';
import type { ActWords, Fields } from '../shell/acts/words.ts';

export const ja = {
  objections: {
    title: '異議の申し出',
    lead: '通知や措置を受けた会社などからの異議です。受けた人が記録し、担当が理由とともに答えを書き、別の人が確かめて確定します。ここから相手に何かが送られることはありません。',
    record: {
      title: '異議を記録する',
      do: '記録する',
      fields: {
        against: { label: '何への異議か', wrong: '何への異議かを選び直してください。' },
        from: {
          label: '申し出た人・会社',
          hint: '会社名、部署、名前など。',
          wrong: '申し出た人か会社を書いてください。',
        },
        words: {
          label: '申し出の内容',
          hint: '届いた言葉のまま。意見は書きません。',
          wrong: '申し出の内容を書いてください。',
        },
        received: { label: '受けた日', wrong: '受けた日は、今日までの日にしてください。' },
        due: {
          label: '答える期限',
          hint: '近くなったときと過ぎたときに、件数だけを知らせます。',
          wrong: '期限は、今日から5年以内の日にしてください。',
        },
      },
    } satisfies { title: string; do: string; fields: Omit<Fields<typeof recordObjection>, 'case'> },
    recordOf: (id: string) => `案件 ${id} への異議を記録する`,
    recordLead: '届いた異議を、そのままの言葉で残します。自動の判定で扱いが決まることはありません。',
    noCase:
      '会社の宣言や対応全般への申し出として記録します。案件の文書や措置への異議は、案件の「文書」か「措置」の画面から記録してください。',
    waiting: '答えを待っているもの',
    answeredOnes: '答えたもの',
    none: '答えを待っている異議はありません。',
    against: '何への異議か',
    againstLetter: (n: number, kind: string) => `文書${n}「${kind}」`,
    againstMeasure: (step: string) => `措置「${step}」`,
    againstCase: '案件への対応',
    againstDeclaration: '宣言や対応全般',
    one: (from: string) => `${from}からの異議`,
    notedBy: (by: string, at: string) => `記録 ${by}、${at}`,
    unplaced: 'まだ決まっていません（メールで届きました）',
    unknown: '差出人不明',
    byMail: (n: number) => `メール${n}通`,
    mail: (at: string) => `元のメールを保存する（${at}）`,
    automatic: '自動のメール',
    asideBy: (by: string) => `${by}が取り分けました`,
    asideOnes: (n: number) => `異議でないもの（自動の返信、迷惑メールなど） ${n}件`,
    placeTitle: '何への異議かを決める',
    place: {
      do: '決める',
      fields: {
        case: {
          label: '案件の番号（宣言や対応全般なら空け、下は「案件への対応」のまま）',
          wrong: '見られる案件の番号を書いてください。',
        },
        against: { label: '何への異議か', wrong: '何への異議かを選び直してください。' },
        due: { label: '答える期限', wrong: '期限は、今日から5年以内の日にしてください。' },
      },
    } satisfies ActWords<typeof placeObjection>,
    putAside: { do: '異議でないので取り分ける', fields: {} } satisfies ActWords<typeof setObjectionAside, 'back'>,
    takeBack: { do: '異議として戻す', fields: {} } satisfies ActWords<typeof setObjectionAside, 'back'>,
    assigned: '担当',
    nobody: '未定',
    assign: {
      do: '担当を決める',
      fields: {
        person: { label: '答えを書く人', wrong: '担当は、この案件を確認できる人から選んでください。' },
      },
    } satisfies ActWords<typeof assignObjection>,
    stage: '状況',
    stages: { waiting: '答えを書く', drafted: '2人目の確認待ち', answered: '答えた' } satisfies Record<
      ObjectionStage,
      string
    >,
    answeredOn: (effect: string, at: string) => `${effect}（${at}）`,
    write: '答えを書く',
    writeLead: '書いた答えは、別の人が確かめるまで確定しません。',
    draft: {
      do: '2人目に回す',
      fields: {
        effect: {
          label: '元の対応をどうするか',
          wrong: '元の対応をどうするか、一つ選んでください。',
          options: { upheld: '変えない', changed: '変える', withdrawn: '取りやめる' },
        },
        reasons: {
          label: '理由',
          hint: '確かめた事実と、そう考える理由。相手に伝える前提で書きます。',
          wrong: '理由を書いてください。',
        },
      },
    } satisfies ActWords<typeof draftObjectionAnswer>,
    proposed: '答えの案',
    answer: '答え',
    draftedBy: (by: string, at: string) => `案：${by}（${at}）`,
    givenBy: (by: string, at: string) => `確定：${by}（${at}）`,
    nothingSent: '相手への連絡は、人が行います。文書で答えるときは、案件の「文書」から作れます。',
    answerLetter: '答えの書面を書く',
    changeIt: '変える内容は、次の画面で改めて提案し、承認を受けてください。',
    own: '自分の案は確定できません。経営者、責任者、相談窓口の、別の方が確かめます。',
    involved: 'この異議は、元の対応を提案・承認した人ではなく、ほかの人が答えます。担当を決めてください。',
    notSecond: '経営者、責任者、相談窓口の、別の方が確かめます。',
    secondLead: '案を書いた人とは別の人として、事実と理由を確かめます。',
    lifts: '確定すると、実施中の措置はその場で解除されます。',
    give: { do: 'この答えで確定する', fields: {} } satisfies ActWords<typeof giveObjectionAnswer>,
    giveBack: {
      do: '書き直しに戻す',
      fields: {
        note: {
          label: '戻すときの理由',
          hint: '書き直してほしいこと。',
          wrong: '戻す理由を書いてください。',
        },
      },
    } satisfies ActWords<typeof returnObjectionAnswer>,
    returned: '前の案は戻されました',
    referrals: {
      title: '改善への申し送り',
      about:
        'もっともな申し出を、サービスを良くできる部署に申し送った記録です。件数は集計に、名前なしで入ります。ここから何かが送られることはありません。',
      do: '申し送った',
      fields: {
        team: { label: '申し送り先（部署）', wrong: '部署の名前を60字以内で書いてください。' },
        words: {
          label: '何についてか',
          hint: '事実を一言で。人や相手の名前、連絡先は書きません。',
          wrong: '一言を書いてください。社員の名前やメールアドレスは書けません。',
        },
      },
    } satisfies ActWords<typeof referComplaint> & { title: string; about: string },
    changed: '記録していません。ほかの方が先に変えていました。今の内容を確かめてください。',
  },
};
