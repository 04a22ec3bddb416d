import type {
  beginInstallation,
  beginMailbox,
  connectMailbox,
  findMailboxOf,
  finishSignIn,
  goToSignIn,
  Purpose,
  tryMailbox,
} from '../../../actions/index.ts';
import type { ActWords } from '../shell/acts/words.ts';
import { trial } from './trial.ja.ts';

const purposes: Record<Purpose, string> = {
  in: '会社に届くメール',
  sent: '会社が送ったメール（返信したかを見る）',
  consult: '相談の受け口（社員が転送するメール）',
  objections: '異議や問い合わせの受け口（判定しない）',
};

const securities = { tls: 'TLS', starttls: 'STARTTLS', none: '暗号化なし' };

export const ja = {
  mailboxes: {
    title: '受信箱',
    lead: 'Komainu が読むメールボックスです。読むだけで、既読にもしません。',
    steps: 'はじめの手順',
    now: 'いまの受信箱',
    none: '受信箱はまだありません。',
    sample: 'いまはサンプルモードです。実際のメールは読めません。',
    beginReal: {
      fields: {},
      do: '本番を始める',
      lead: 'サンプルを終え、空の状態から始めます。最初のアカウントを作るページに移ります。',
    } satisfies ActWords<typeof beginInstallation>,
    of: (name: string) => `受信箱「${name}」`,
    kinds: {
      in: '届くメール',
      sent: '送ったメール',
      consult: '相談の受け口',
      objections: '異議の受け口',
      directory: 'フォルダー',
    },
    states: { reading: '読んでいます', waiting: 'つないでいます', paused: '止めています', trouble: '問題があります' },
    contact: (at: string) => `最後に確かめた日時 ${at}`,
    inFile: (line: number) => `komainu.yaml の ${line}行目で決めています。ここでは変えられません。`,
    taken: 'ここにも写してあります。komainu.yaml の行を消すと、ここの設定が使われます。',
    locked: '別の鍵で暗号にされているため、秘密を入れ直してください。',
    change: '変える',
    pause: '止める',
    resume: '再び読む',
    resumeUse: '再び使う',
    takeOut: '外す',
    takeOver: '引き取る',
    about: (deed: string, name: string) => `${deed}：${name}`,
    add: '受信箱を加える',
    addLead:
      'メールアドレスから、サーバーを探します。DNS とそのドメインだけに尋ね、ほかのどこにもアドレスを知らせません。',
    refusals: {
      'set-in-file': 'komainu.yaml で決めているため、ここでは変えられません。',
      'settings-changed': 'ほかの人が先に変えました。開き直してください。',
      'entry-changed': '決まりが先に変わりました。開き直してください。',
    } as Readonly<Record<string, string>>,
    find: {
      fields: { address: { label: 'メールアドレス', wrong: 'メールアドレスを書いてください。' } },
      do: '探す',
    } satisfies ActWords<typeof findMailboxOf>,
    purpose: '読むもの',
    purposes,
    found: {
      host: (host: string) => `メールを受けているサービスから、サーバー ${host} と分かりました。`,
      srv: (host: string) => `ドメインの DNS に、サーバー ${host} とあります。`,
      autoconfig: (host: string) => `ドメインが公開している設定に、サーバー ${host} とあります。`,
    },
    foundCheck: 'パスワードはこのサーバーに送られます。名前を確かめてください。',
    notFound: 'サーバーは見つかりませんでした。メールの契約書類やメールソフトの設定にある名前を書いてください。',
    ownUser: 'ユーザー名はサービスの書類にあります。メールアドレスではありません。',
    stepNames: ['つなぐ', '試し読み', '始める'] as readonly string[],
    connect: {
      fields: {
        name: { label: '名前' },
        purpose: { label: '読むもの', options: purposes },
        address: { label: 'メールアドレス', wrong: 'メールアドレスを書いてください。' },
        host: { label: 'サーバー', wrong: 'サーバーの名前を書いてください。' },
        port: { label: 'ポート（空なら 993、STARTTLS は 143）', wrong: '1から65535の数字を書いてください。' },
        security: { label: '暗号化', options: securities },
        user: { label: 'ユーザー名', wrong: 'ユーザー名を書いてください。' },
        folder: { label: 'フォルダー（空なら INBOX）', taken: '読み始めたあとは変えられません。' },
        signIn: {
          label: 'サインイン',
          options: {
            password: 'パスワード',
            'microsoft-app': 'Microsoft 365（アプリ）',
            'google-app': 'Google（サービスアカウント）',
          },
        },
        tenant: { label: 'テナント（ID かドメイン）', wrong: 'テナントの ID かドメインを書いてください。' },
        clientId: { label: 'アプリケーション（クライアント）ID', wrong: 'クライアント ID を書いてください。' },
        secret: { label: 'パスワード', wrong: 'パスワードを入れてください。' },
      },
      do: '接続を試す',
    } satisfies ActWords<typeof connectMailbox>,
    signIn: {
      fields: {
        name: { label: '名前' },
        purpose: { label: '読むもの', options: purposes },
        address: { label: 'メールアドレス', wrong: 'メールアドレスを書いてください。' },
        host: { label: 'サーバー', wrong: 'サーバーの名前を書いてください。' },
        port: { label: 'ポート', wrong: '1から65535の数字を書いてください。' },
        security: { label: '暗号化', options: securities },
        user: {
          label: '読むメールボックス',
          hint: '共有メールボックスは、そのアドレスを書き、使う権限のある人でサインインします。',
          wrong: 'アドレスを書いてください。',
        },
        folder: { label: 'フォルダー（空なら INBOX）' },
        provider: {
          label: 'サービス',
          options: { microsoft: 'Microsoft 365', google: 'Google', custom: 'ほかのサービス' },
        },
        tenant: { label: 'ディレクトリ（テナント）ID', wrong: 'テナントの ID かドメインを書いてください。' },
        clientId: { label: 'アプリケーション（クライアント）ID', wrong: 'クライアント ID を書いてください。' },
        secret: { label: 'クライアントシークレットの「値」', hint: '「シークレット ID」ではありません。' },
        authorizeUrl: { label: 'サインインのアドレス', wrong: 'https:// で始まるアドレスを書いてください。' },
        tokenUrl: { label: 'トークンのアドレス', wrong: 'https:// で始まるアドレスを書いてください。' },
        scope: { label: 'scope' },
      },
      do: 'サインインへ進む',
    } satisfies ActWords<typeof goToSignIn>,
    register: (where: string) =>
      `${where}にアプリを登録し、リダイレクト URI に次のアドレスをそのまま（末尾まで同じに）書きます。`,
    wheres: {
      microsoft: 'Microsoft Entra 管理センター',
      google: 'Google Cloud のコンソール',
      custom: 'サービスの管理画面',
    },
    rights: {
      microsoft:
        'API のアクセス許可に、委任された IMAP.AccessAsUser.All と offline_access を加え、管理者の同意を与えます。',
      google:
        'Gmail API を有効にし、同意画面に範囲 https://mail.google.com/ を加えます。「テスト」のままでは7日でつながらなくなります。',
      custom: '',
    },
    custom: 'ほかのサービス（OAuth 2.0）',
    go: {
      title: 'サインインする',
      lead: (user: string) =>
        `次のページで、${user} を読む権限のある人としてサインインします。終わると、ここに戻ります。10分以内に済ませてください。`,
      link: {
        microsoft: 'Microsoft のサインインを開く',
        google: 'Google のサインインを開く',
        custom: 'サインインのページを開く',
      },
    },
    back: {
      fields: {
        state: {
          label: 'サインイン',
          wrong: 'このサインインは、ここで始めたものではないか、時間が過ぎています。もう一度サインインしてください。',
        },
        code: { label: 'サインイン' },
        kept: { label: 'サインイン' },
      },
      do: '接続を試す',
    } satisfies ActWords<typeof finishSignIn>,
    backLead: 'サインインから戻りました。このメールボックスを開けるかを確かめます。',
    backRefused: 'サインインは行われませんでした。',
    signedIn: (who: string, user: string) => `${who} としてサインインし、${user} を読みます。`,
    secrets: {
      'microsoft-app': 'クライアントシークレットの「値」',
      'google-app': 'サービスアカウントの鍵（JSON ファイルの中身）',
    },
    details: 'サーバー・ポート・フォルダー',
    byPassword: 'パスワードでサインインする',
    microsoft: 'Microsoft 365',
    google: 'Google',
    appOnly: 'アプリだけでサインインする（だれの個人アカウントも使わない）',
    sealed: 'パスワードは暗号にして保存し、二度と表示しません。',
    kept: 'パスワードは保存してあります。変えないなら空のままにしてください。',
    well: 'つながりました。',
    trouble: 'つながりませんでした。何も保存していません。',
    came: {
      reached: 'サーバーに届きました',
      security: (tls: string, until: string) => `${tls}、証明書 ${until} まで`,
      plain: '暗号化なし',
      signedIn: 'サインインできました',
      seconds: (s: string) => `${s}秒`,
      folder: (name: string) => `${name} を読めます`,
      mails: (n: string, newest: string | null) => `${n}通${newest === null ? '' : `、最新 ${newest}`}`,
      sent: (name: string) => `送信済みのフォルダー「${name}」を見つけました`,
      folders: (n: number) => `ほかのフォルダー（${n}）`,
      uncounted: '数えていません',
    },
    tryAgain: { fields: { name: { label: '名前' } }, do: 'もう一度 接続を試す' } satisfies ActWords<typeof tryMailbox>,
    trial,
    begin: {
      fields: {
        name: { label: '名前' },
        earlier: {
          label: 'いまあるメール',
          options: {
            nothing: '読まない。これから届くメールだけを読む',
            quiet: 'さかのぼって読み、案件にする。だれにも知らせない',
            days: 'さかのぼって読み、案件にする。至急のものは知らせる',
          },
        },
        days: { label: 'さかのぼる日数', wrong: '1から366の日数を書いてください。' },
      },
      do: '始める',
    } satisfies ActWords<typeof beginMailbox>,
    begun: 'これから届くメールを読みます',
    begins: '読み始めました。届いたメールはすぐに確かめられ、案件は一覧に出ます。',
    already: 'この受信箱を読んでいます。',
    ready: (deciders: number, desk: number, channels: number) =>
      `確認できる人 ${deciders}・相談窓口 ${desk}・知らせる先 ${channels === 0 ? 'なし' : channels}`,
    noChannel: '知らせる先がなくても始められますが、至急の案件が来てもだれにも知らせが届きません。',
    channels: '知らせる先を決める',
  },
};
