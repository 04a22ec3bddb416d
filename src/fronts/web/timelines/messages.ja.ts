import type { decideConsent, decideOwnConsent, nameCaseOf } from '../../../actions/index.ts';
import type { ConsentWay } from '../../../response/index.ts';
import type { ActWords } from '../shell/acts/words.ts';

export const ja = {
  timelines: {
    own: '自分の経過（6か月）',
    of: (name: string) => `${name}さんの経過（6か月）`,
    all: '社員ごとの経過',
    allLead:
      '一人が6か月に受けたことと、行ったケアを時の順に見ます。本人と相談窓口だけが見られ、開いたことは監査記録に残ります。だれがどれだけ受けたかの一覧は作りません。',
    seek: '名前',
    find: '探す',
    nobody: 'その名前の人はいません。',
    gone: '（停止中）',
    more: '200人まで表示しています。名前で探してください。',
    ownLead:
      'あなたが相談したことと、相談窓口があなたに起きたこととして記録した案件です。メールの文面、だれが書いたか、ほかの人のことは含みません。見られるのはあなたと相談窓口だけです。',
    deskLead:
      '本人が相談したことと、下で本人に起きたこととした案件です。文面は含みません。開いたことと保存したことは、監査記録に残ります。',
    spanOf: (since: string, today: string) => `${since} から ${today} まで`,
    nothing: 'この6か月に記録されたことはありません。',
    events: {
      mail: (band: string) => `メール（${band}）`,
      incident: (channel: string) => `出来事（${channel}）`,
      handedIn: '相談した',
      found: (acts: string, severity: string) =>
        severity === '' ? `認定：${acts}` : `認定：${acts}（重さ ${severity}）`,
      care: (point: string, state: string) => `ケア：${point} — ${state}`,
      asked: 'ケア：様子をうかがった',
    },
    consentTitle: '保存への同意',
    consentOwn:
      'ファイルに保存できるのは、あなたが同意している間だけです。労働基準監督署や医師などに渡すときに使えます。同意はいつでも取り消せて、その後は相談窓口も保存できません。同意しなくても、不利益はありません。',
    consentDesk:
      '本人が同意している間だけ保存できます。本人は自分の画面で同意し、取り消せます。紙でもらった同意は、その日付を記録します。',
    consentOf: (way: string, day: string, by: string, at: string) => `${way}（${day}）。記録：${by}、${at}`,
    ways: { self: '本人が画面で同意', paper: '本人が書面で同意' } satisfies Record<ConsentWay, string>,
    give: { do: '保存に同意する', fields: {} } satisfies ActWords<typeof decideOwnConsent, 'do'>,
    notePaper: {
      do: '書面の同意を記録する',
      fields: { day: { label: '書面の日付', wrong: '書面の日付は、今日までの日にしてください。' } },
    } satisfies ActWords<typeof decideConsent, 'do'>,
    withdraw: { do: '同意を取り消す', fields: {} } satisfies ActWords<typeof decideOwnConsent, 'do'>,
    save: 'CSV で保存',
    noConsent: '保存していません。本人の同意がありません。',
    casesTitle: '本人に起きたこととする案件',
    casesLead:
      '本人が相談していない案件（ほかの人の相談、届いたメール）も、本人に起きたことなら番号で加えます。ほかの人からの非公開の相談は、加えても本人の画面には出ません。',
    add: {
      do: '加える',
      fields: { case: { label: '案件の番号', wrong: 'その番号の案件は見つかりません。' } },
    } satisfies ActWords<typeof nameCaseOf, 'do'>,
    remove: { do: '外す', fields: {} } satisfies ActWords<typeof nameCaseOf, 'do' | 'case'>,
    removeOf: (title: string) => `${title}を外す`,
    whose: '本人',
    span: '期間',
    at: (zone: string) => `いつ（${zone}）`,
    what: 'あったこと',
  },
};
