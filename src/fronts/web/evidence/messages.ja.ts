import type { DossierRefusal, makeCaseDossier, StampRefused } from '../../../actions/index.ts';
import type { Content, Purpose, Recipient } from '../../../response/index.ts';
import type { ActWords } from '../shell/acts/words.ts';

export const ja = {
  evidence: {
    open: '渡す相手を選ぶ',
    back: (id: string) => `案件 ${id} へ戻る`,
    title: '証拠の一式',
    lead: '相手ごとに、見てよいものだけを zip にまとめます。変えられていないことを、受け取った人が自分で確かめられます。',
    notApproved: 'この案件はまだ認定していません。証拠の一式は、認定した案件だけに作れます。',
    locked: (n: number) => `ケアのリストがあと${n}項目残っています。被害を受けた方のことを先に確かめてください。`,
    inDanger: '危険があり、ケアのリストより先に渡すとき（理由「危険」が記録に残ります）：',
    inDangerLead: (n: number) =>
      `理由「危険」で、ケアのリストが${n}項目残ったまま渡します。理由は監査記録と案件の経過に残り、ケアの項目は期限とともに残ります。`,
    madeInDanger: '理由：危険（ケアのリストより先に）',
    toCare: 'ケアのリストを開く',
    recipients: {
      lawyer: '弁護士',
      police: '警察',
      'labour-office': '労働局・労働基準監督署',
      prefecture: '都道府県・市区町村',
      court: '裁判所',
      company: '相手方の会社',
    } satisfies Record<Recipient, string>,
    purposes: {
      advice: '相談',
      claim: '請求・仮処分など',
      report: '被害届・告訴・通報',
      inspection: '調査への回答',
      notice: '会社への通知',
    } satisfies Record<Purpose, string>,
    contents: {
      mails: 'メールの受信日時と SHA-256',
      originals: 'メールの原文（.eml）',
      headers: 'ヘッダー',
      redacted: '本文の写し（下で選ぶ言葉は伏せ字）',
      consultation: '申し出の内容',
      assessment: '自動判定と辞書の版',
      decisions: '判断の記録',
      care: 'ケアの項目と日時',
      custody: '閲覧・保存・提出の記録',
    } satisfies Record<Content, string>,
    details: { whole: 'メモを含む', finding: 'メモを除く', outcome: '行為と日時だけ' },
    has: '入るもの',
    hasNot: '入らないもの',
    noNames: '自社の担当者の名前は入りません。',
    preparing: (recipient: string, purpose: string) => `${recipient}に渡す一式（${purpose}）`,
    kind: '種類',
    howMany: 'ファイル数',
    size: '大きさ',
    extra: '送付書、要約（PDF）、確かめ方の説明',
    names: 'ファイルの名前を見る',
    redact: '本文の写しで伏せる言葉（1行に1つ）',
    redactHint:
      '申し出た人と、差出人のほかに名前やアドレスのある人を、あらかじめ入れています。相手と自社の窓口のアドレスは消し、本文に出る人の名前、姓だけの呼び方、住所、電話番号を足してください。書いた言葉は記録に残しません。',
    redactLeft: ({ most, longest }: { most: number; longest: number }, lines: string) =>
      `次の行は伏せられません（${most}行まで、1行${longest}文字まで）: ${lines}`,
    namesLeft: (names: string) =>
      `メールに名前のある次の人は、ここには入れていません（1文字、長すぎる、または多すぎるため）。伏せるなら書き足してください: ${names}`,
    copies: '本文の写しを読む（いまの伏せる言葉で。つらい言葉を含むことがあります）',
    namesConfirm: '写しを読み、本文に出る人の名前、姓だけの呼び方、連絡先を、すべて上の「伏せる言葉」に入れた',
    namesUnconfirmed: '本文に出る名前を確かめていません。写しを読み、伏せる言葉を足してから、印をつけてください。',
    noSender: '送付元を書けません。設定の company.name に会社名を書いてください。',
    consent: '申し出た本人が、外に渡すことに同意している',
    consentNeeded: '申し出た本人の同意を確かめて、印をつけてください。',
    logged: '作ると、監査記録に相手、目的、SHA-256 が残ります。中身は残しません。',
    make: '作って保存する',
    wrong: '作っていません。',
    tooLarge: 'メールが多すぎて1つのファイルにできません。案件の画面から原文を1通ずつ保存してください。',
    changed: '作っているあいだに案件が変わりました。もう一度作ってください。',
    wrongPurpose: '渡す相手と目的を選び直してください。',
    choose: '相手を選び直す',
    made: 'これまでに作った一式',
    madeLead: '渡した相手には、SHA-256 を別の手段で伝えてください。',
    none: 'まだ作っていません。',
    hash: 'SHA-256',
    stamp: 'タイムスタンプ',
    stampLead:
      'いつ存在したかを第三者に示すには、要求ファイルを時刻認証局に送り、返ってきた応答ファイルをここに保存します。狛犬からはどこにも送りません。',
    stampRequest: '要求ファイル（.tsq）を保存',
    stampAdd: '応答ファイルを加える',
    stampFile: '応答ファイル（.tsr）',
    stampKeep: '確かめて保存する',
    stampSave: '.tsr を保存',
    stampHint:
      '署名と、この一式のものであることを確かめました。その時刻認証局を信頼するかは、komainu evidence verify の --ca で確かめられます。',
    stampKept: '保存しました。一式の zip と同じフォルダに「zip の名前.tsr」として置いてください。',
    noStamp: '応答ファイルを選んでください。',
    notStamped: '保存していません。',
    stampProblems: {
      unreadable: 'タイムスタンプの応答として読めません。',
      refused: '時刻認証局がタイムスタンプを発行していません。',
      'other-pack': '別のファイルのタイムスタンプです。',
      'other-request': '別の要求への応答です。',
      changed: '署名と内容が合いません（変えられています）。',
      'unknown-algorithm': '使えない、または古い暗号方式です。',
      'no-certificate': '署名した証明書が入っていません。要求ファイルを作り直して取り直してください。',
      'wrong-certificate': 'タイムスタンプ用ではない、または期限の切れた証明書です。',
      untrusted: '信頼する証明書につながりません。',
      'too-many': 'この案件のタイムスタンプが多すぎます。',
      'kept-already': 'もう保存してあります。',
    } satisfies Record<StampRefused, string>,
    dossier: {
      title: '決まりと対応の記録',
      leadOfCase:
        '会社の決まりと、起きたこと、行ったことを、日時順の PDF にまとめ、発送した文書と一緒に zip にします。ケアのメモと希望は入りません。',
      leadOfCounterparty: (n: number) =>
        n === 0
          ? '認定した案件がまだないため、作れません。'
          : `認定した案件（${n}件）について、会社の決まりと、起きたこと、行ったことを、1つの PDF と zip にまとめます。ケアの済んでいない案件などは入らず、件数だけを書きます。`,
      do: '作って保存する',
      fields: {
        recipient: {
          label: '渡す相手',
          wrong: '渡す相手を選んでください。',
          options: {
            lawyer: '弁護士（社内のメモと専門家の意見も入ります）',
            'labour-office': '労働局・労働基準監督署（言葉と氏名は入りません）',
            court: '裁判所（社内のメモと専門家の意見は入りません）',
          },
        },
        consent: { label: '申し出た本人が、外に渡すことに同意している' },
      },
      problems: {
        'case-status': '外に渡せる案件がありません。認定と、ケアのリストを確かめてください。',
        'care-open': 'ケアのリストが残っています。被害を受けた方のことを先に確かめてください。',
        'wish-nothing': '本人が「相手には何もしないでほしい」と希望しているため、作れません。',
        'no-consent': '申し出た本人の同意を確かめて、印をつけてください。',
        'no-sender': '送付元を書けません。設定の company.name に会社名を書いてください。',
        'too-large': 'メールが多すぎて1つにできません。',
        'case-changed': '作っているあいだに案件が変わりました。もう一度作ってください。',
      },
    } satisfies ActWords<typeof makeCaseDossier> & { problems: Record<DossierRefusal, string> } & Record<
        string,
        unknown
      >,
  },
};
