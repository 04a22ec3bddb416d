import type {
  aimDisclosure,
  bundleDisclosed,
  draftDisclosure,
  giveDisclosure,
  recordDisclosure,
} from '../../../actions/index.ts';
import type { ErasedKind, KeptBecause } from '../../../response/index.ts';
import type { ActWords } from '../shell/acts/words.ts';

export const ja = {
  disclosures: {
    title: '開示等の請求',
    lead: '保存している情報について、送り手、社員、取引先などから、利用目的の通知、開示、訂正、利用停止などを求められたときの記録です。答えは1人が書き、別の1人が確かめて渡します。ここから何かが送られることはありません。応じる範囲と断る根拠は、専門家に確かめてください。',
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
    kept: {
      title: '請求した方の情報',
      open: '保存しているもの・まとめ・削除',
      lead: '請求した方について保存しているものを見て、渡すまとめを作り、認めた請求では削除します。',
      erasedOn: '削除済み',
      whose: '誰の情報か',
      noSubject: '誰の情報かがまだ決まっていません。本人を確かめてから選びます。',
      employee: (name: string) => `社員：${name}`,
      party: (name: string) => `取引先：${name}`,
      nobody: '選ばない',
      gone: '（台帳から消えています）',
      aim: {
        title: '誰の情報かを選ぶ',
        anew: '選び直すと、いまの答えの案は消えます。答えは書き直します。',
        do: '選ぶ',
        fields: {
          addresses: {
            label: '送り手のアドレス',
            hint: '1行に1つ、20まで。',
            wrong: 'アドレス、社員、取引先のどれかを選んでください。アドレスは1行に1つです。',
          },
          person: { label: '社員' },
          counterparty: { label: '取引先（台帳）' },
        },
      } satisfies ActWords<typeof aimDisclosure> & { title: string; anew: string },
      found: '保存しているもの',
      noCases: '案件はありません。',
      columns: { case: '案件', status: '状態', mails: 'メール', because: '削除' },
      free: 'できる',
      and: '、',
      because: {
        held: '保全中',
        open: '未判断',
        'follow-up': '様子をうかがう日がある',
        measure: '措置が実施中・承認待ち',
        objection: '異議の答えを待っている',
        deadline: '期限が動いている',
        expert: '社外の専門家の答えを待っている',
        cooperation: '協力の求めの答えを待っている',
        others: 'ほかの人のメールや相談がある',
        recused: 'あなたのことが書かれている（ほかの人が扱います）',
      } satisfies Record<KeptBecause, string>,
      ordinary: (mails: number) => `通常と判定したメールの記録：${mails}通（本文なし、判定した日と区分だけ）`,
      confidential: '非公開の相談に関わるものは、相談窓口だけが見て、まとめ、削除できます。',
      byName:
        '名前だけで書かれたもの（電話などで受けた案件のない異議、会社どうしの協力の求め、辞書の例文）は、ここには出ません。手で確かめてください。',
      counted: (what: string, count: number) => `${what}：${count}`,
      bundle: {
        title: '渡すまとめを作る',
        lead: '保存しているものを1つの zip にします。目次（日本語・英語のPDF）、kept.json、本人が書いたメールの原本、発送した文書が入ります。ほかの人の情報と相談の秘密は入れず、何を入れなかったかを書きます。渡す前に必ず読んで確かめてください。',
        do: 'まとめを作って保存する',
        fields: { held: { label: '保全中の案件も入れる' } },
        logged: 'まとめはその場で送られ、こちらには残りません。作ったことと SHA-256 が監査記録に残ります。',
      } satisfies ActWords<typeof bundleDisclosed> & { title: string; logged: string },
      erase: {
        title: '削除',
        needs:
          '削除できるのは、訂正・追加・削除または利用停止・消去を求められ、「応じる」か「一部に応じる」の答えを2人で渡し、誰の情報かが決まっている請求だけです。',
        goes: '削除するもの',
        nothing: '削除できるものはありません。',
        left: '削除しない案件',
        hold: '残すべき案件があれば、先に保全してください。元には戻せません。',
        do: '上のものを削除する',
        fields: {},
        done: (at: string, by: string) => `${at} に削除しました（${by}）。`,
        digest: '削除したものの指紋（SHA-256）',
        stays: '残るもの',
        staysAlways: [
          '判定した日と区分ごとの通数（名前もアドレスもない数）',
          '監査記録（何をいつ誰がしたか。本文やアドレスは入っていません）',
          'この請求簿の記録。答えてから会社の決めた期間のあと消えます。',
          '控え（バックアップ）。控えの期限が来ると消えます。答えにそう書いてください。',
          'すでに社外へ渡したもの、メールサーバーにある元のメール',
          '社員のアカウントと、研修・方針を読んだ記録、判断や操作をした人としての名前',
        ],
        kinds: {
          cases: '案件',
          mails: '案件のメール（原本・添付とも）',
          ordinary: '通常と判定したメールの記録',
          reports: '相談・届け出',
          decisions: '判断',
          notes: '案件のファイルの記録・コメント',
          letters: '文書',
          measures: '措置',
          objections: '異議',
          watches: '送り手の注視',
          concerned: '本人としての希望・返事',
          consents: '経過を保存することへの同意',
          forwarded: '相談用アドレスに届いた記録',
          counterparties: '取引先の台帳',
        } satisfies Record<ErasedKind, string>,
      },
      refusals: {
        'too-large': '1つの請求で扱える量を超えています。アドレスや取引先を分けて、別の請求にしてください。',
        'case-changed': '見ている間に、保存しているものが変わりました。もう一度確かめてから削除してください。',
        'no-sender': '会社の名前が設定されていません。',
      },
    },
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
