import type { DutyFacts, DutyId, GapId, RecordId } from '../../../response/index.ts';

const hours = (value: number): string => (value < 48 ? `${Math.round(value)}時間` : `${Math.round(value / 24)}日`);

export const ja = {
  proof: {
    title: '義務と記録の対照',
    lead: '会社に求められていることの一つひとつに、この1年（方針は今の版）の記録を並べます。外の窓口や裁判で「いつ、何をしたか」を尋ねられたときの手がかりです。人の名前と、非公開の相談は含みません。',
    noAdvice:
      'これは法的な助言ではありません。ここにあるどの記録も、それで法的に十分だと言うものではありません。足りるかどうかは、社会保険労務士や弁護士に確かめてください。',
    unverified: '未確認：条文や指針の最終の文言を、この資料を作った時点で確かめていません。',
    basis: (day: string, dictionary: string) => `${day}の時点。辞書の版 ${dictionary}。`,
    save: 'HTML で保存（印刷して PDF にできます）',
    records: '記録',
    gaps: '足りないもの・すること',
    noRecords: '記録はありません。',
    noGaps: '画面から分かる範囲では、ありません。',
    duties: {
      policy: '方針を定め、対処の内容を決めておく',
      known: '方針と対処の内容を、管理職を含む全員に知らせる',
      desk: '相談窓口を置き、応じられるようにする',
      facts: '事実を速やかに、正確に確かめる',
      care: '被害を受けた人に配慮する',
      outside: '外への対応を、用意と手順に沿って行う',
      recurrence: '再発を防ぐ',
      deterrence: '抑止のための措置を、事案より前に決めておく',
      privacy: 'かかわった人のプライバシーを守る',
      'no-detriment': '相談や協力を理由に、不利益な取扱いをしない',
      cooperation: 'ほかの会社からの協力の求めに応じるよう努める',
      'own-conduct': '自社の人が加害者にならないよう努める',
      accuracy: '見つける仕組みの精度を知っておく',
    } satisfies Record<DutyId, string>,
    found: {
      policyInForce: ({ policy }: DutyFacts) => `方針の第${policy!.number}版。${policy!.from}から適用。`,
      policyRead: ({ readers, people }: DutyFacts) => `適用中の版を読んだと記録した人：${people}人中 ${readers}人。`,
      lessons: ({ learners, people }: DutyFacts) => `行為ごとの学びを1つ以上終えた人：${people}人中 ${learners}人。`,
      deskPeople: ({ desk }: DutyFacts) => `相談窓口の担当：${desk}人。`,
      addresses: ({ addresses }: DutyFacts) => `転送で相談できるアドレス：${addresses}つ。`,
      consultations: ({ consultations }: DutyFacts) => `この1年の相談：${consultations.handedIn}件（非公開を除く）。`,
      seen: ({ consultations: { seen, medianHours } }: DutyFacts) =>
        `相談を担当が最初に見るまで：中央値 ${hours(medianHours)}（${seen}件）。`,
      decided: ({ decided: { approved, dismissed, medianHours, p90Hours } }: DutyFacts) =>
        `届いてから案件の判断まで：中央値 ${hours(medianHours)}、9割が ${hours(p90Hours)}以内（認定 ${approved}件、却下 ${dismissed}件）。`,
      careDone: ({ care: { approved, points, confirmed } }: DutyFacts) =>
        `認定した案件 ${approved}件のケア ${points}項目のうち、本人が「受けた」または「断る」と確かめたもの：${confirmed}項目。担当者の記録だけのものは数えません。`,
      followUps: ({ care }: DutyFacts) => `様子をうかがった日：${care.followUps}回。`,
      ladder: ({ ladder }: DutyFacts) =>
        `措置の段階と基準（注意から契約解除まで）の第${ladder!.version}版（${ladder!.from}）。案件より後に決めた決まりによる措置には、その旨が残ります。`,
      objections: ({ objections: { received, answered } }: DutyFacts) =>
        `通知や措置への異議：${received}件。2人で確かめて答えたもの：${answered}件（非公開の案件を除く）。`,
      cooperation: ({ cooperation: { received, sent, answered } }: DutyFacts) =>
        `ほかの会社からの協力の求め：${received}件、こちらから：${sent}件。答えが済んだもの：${answered}件（非公開の案件を除く）。`,
      packs: ({ packs }: DutyFacts) =>
        `外に渡す証拠の一式：${packs}件。どれも、ケアの項目がすべて済んでからでないと作れません。`,
      experts: ({ experts }: DutyFacts) => `社外の専門家の連絡先：${experts}件。`,
      recurrence: ({ care }: DutyFacts) => `再発の防止を書いた案件：認定 ${care.approved}件中 ${care.recurrence}件。`,
      retention: ({ retention }: DutyFacts) =>
        `保存期間：認定 ${retention.approvedDays}日、却下 ${retention.dismissedDays}日。過ぎると自動で消え、消したことを記録します。`,
      readersOfCases: ({ readersOfCases, people }: DutyFacts) =>
        `メールの文面を見られる人：${people}人中 ${readersOfCases}人。ほかの人には表示しません。`,
      audit: () => '見たこと、判断したこと、保存したことは、後から変えられない監査記録に残ります。',
      factors: ({ factors, people }: DutyFacts) => `2段階のサインインを使う人：${people}人中 ${factors}人。`,
      anchored: () => '監査記録の末尾を、この機械の外に控えています。',
      privacySaid: () => '方針に、プライバシーについての言葉があります（内容は人が確かめてください）。',
      noHarmPage: () => '「方針と学び」の画面で、相談しても不利益を受けないことを、いつも全員に示しています。',
      noHarmSaid: () => '方針に、不利益についての言葉があります（内容は人が確かめてください）。',
      draft: () => '送る前の文章を、だれでも確かめられます（何も残さないため、使われた回数の記録もありません）。',
      precision: ({ decided: { flaggedApproved, flaggedDismissed } }: DutyFacts) =>
        `「要確認」以上として示し、人が判断したもののうち、認定された割合：${flaggedApproved + flaggedDismissed}件中 ${flaggedApproved}件。`,
      recall: ({ recall }: DutyFacts) =>
        `嫌がらせのメール100通のうち、${Math.floor(recall!.low * 100)}〜${Math.ceil(recall!.high * 100)}通を見つけています（95%の確かさ）。通常と判定したメールから決まった確率で選んだ${recall!.read}通を、判定を伏せて人が読み、層ごとの確率で割り戻した推定です（Horvitz–Thompson、区間は Clopper–Pearson の結合）。`,
    } satisfies Record<RecordId, (facts: DutyFacts) => string>,
    missing: {
      noPolicy: '方針がありません（ひな形を表示しています）。「方針の新しい版を作る」から公開してください。',
      policyUnnoted:
        '方針のファイルはありますが、版と日付の記録がありません。ブラウザで公開するか、だれかが「読みました」と記録してください。',
      unread: '適用中の方針を読んだ記録のない人がいます。「だれが読んだか」で確かめて、知らせてください。',
      noLessons: '学びを終えた記録のない人がいます。研修を別に行ったときは、日付と資料を会社で残してください。',
      noDesk: '相談窓口の担当がいません。「人」で役割 desk の人を決めてください。',
      deskUnsaid: '方針の文章に、相談窓口についての言葉が見当たりません。',
      unseen: 'まだだれも見ていない相談があります。',
      undecided: 'この1年に判断した案件の記録がありません。',
      careUnconfirmed:
        '本人が確かめていないケアの項目があります。本人の画面（相談）で確かめてもらってください。アカウントのない方の分は数えられません。',
      careOpen: '認定した案件に、済んでいないケアの項目があります。「ケアと期限」を開いてください。',
      noExperts:
        '社外の専門家（弁護士、社会保険労務士、産業医など）の連絡先がありません。「社外の専門家」で決めておいてください。',
      noRecurrence: '再発の防止が書かれていない、認定した案件があります。',
      noLadder:
        '警告・提供の停止などの段階と基準が、まだ決められていません。事案より前に「措置」で決めておいてください。',
      privacyUnsaid: '方針の文章に、プライバシーについての言葉が見当たりません。',
      fewFactors: '2段階のサインインを使っていない人がいます。',
      notAnchored:
        '監査記録の末尾が、この機械の中にしか控えられていません。設定の audit.anchor か、知らせる先の audit を加えてください。',
      noHarmUnsaid: '方針の文章に、不利益な取扱いをしないことについての言葉が見当たりません。',
      noCooperation:
        'この1年に、ほかの会社との協力の求めの記録はありません。求められたら「取引先」の「協力の求め」に、受けた日、期限、答えを残してください。',
      cooperationLate:
        '期限を過ぎても答えの記録がない、協力の求めがあります。「ほかの会社との協力の求め」を開いてください。',
      objectionsLate: '期限を過ぎても答えていない異議があります。「異議の申し出」を開いてください。',
      noDecisions: '人が判断した件数がなく、認定された割合を示せません。',
      recallUnknown:
        '見落としの割合は、届いたメールではまだ測れていません。「見落としの確かめ」で、通常と判定したメールの一部を人が読むと測れます（設定の spotChecks）。作ったメールでの測定は、配布物の docs/quality.md にあります。',
    } satisfies Record<GapId, string>,
  },
};
