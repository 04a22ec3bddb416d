import type { Refusal } from '../../../actions/sign-in/index.ts';

export const ja = {
  signIn: {
    title: 'サインイン',
    lead: '招待を受けた方だけが使えます。',
    email: 'メールアドレス',
    password: 'パスワード',
    submit: 'サインイン',
    refused: 'メールアドレスまたはパスワードが違います。',
    limited: (seconds: number) => `試行回数が多すぎます。約${seconds}秒待ってからお試しください。`,
    with: (provider: string) => `${provider} でサインイン`,
    unreachable: (provider: string) =>
      `${provider} に接続できません。しばらくしてから試すか、パスワードでサインインしてください。`,
    refusals: {
      cancelled: (provider) => `${provider} でのサインインを取りやめました。`,
      stale: (_provider) =>
        'サインインの途中で時間が過ぎたか、別のブラウザーで始めたものです。もう一度お試しください。',
      unverified: (provider) =>
        `${provider} が、このメールアドレスを本人のものと確かめていません。パスワードでサインインするか、管理者に知らせてください。`,
      unknown: (_provider) => 'このメールアドレスの利用者はいません。管理者に招待を依頼してください。',
      'other-address': (provider) =>
        `${provider} でのメールアドレスが、前と変わっています。パスワードでサインインするか、管理者に知らせてください。`,
      inactive: (_provider) => 'この利用者は停止中です。管理者に知らせてください。',
      failed: (provider) =>
        `${provider} からの応答を確かめられませんでした。もう一度お試しください。続く場合は管理者に知らせてください。`,
    } satisfies Record<Refusal, (provider: string) => string>,
    sampleLink:
      'サンプルモードです。管理者としての最初のサインインのリンクは、起動した画面（ターミナル）に表示されています。',
    samplePeople: '架空の人として試す',
    samplePeopleLead: (password: string) =>
      `どの人も架空で、パスワードは「${password}」です。実際の受信箱をつなぐと、この人たちはいません。`,
    sampleAs: (name: string, roles: string) => `${name}（${roles}）`,
    forgotten: 'パスワードを忘れた場合は、管理者に再設定用のリンク（komainu user reset）を依頼してください。',
  },
  welcome: {
    title: 'ようこそ',
    lead: '名前とパスワードを決めると、そのままサインインします。',
    resetTitle: 'パスワードの再設定',
    resetLead: '新しいパスワードを決めると、そのままサインインします。ほかの端末のサインインは終了します。',
    name: '名前',
    nameHint: '判断の履歴に表示されます。',
    password: '新しいパスワード',
    passwordHint: '12文字以上。長い文がおすすめです。',
    again: '新しいパスワード（もう一度）',
    submit: '設定してサインイン',
    gone: 'リンクを使えません',
    goneLead: 'このリンクは使用済みか、24時間の期限が過ぎています。管理者に新しいリンクを依頼してください。',
  },
  factor: {
    title: '二段階認証',
    offLead: 'サインインのとき、パスワードに加えて、認証アプリの6桁のコードを求めます。',
    onLead: '設定済みです。サインインのとき、認証アプリの6桁のコードを求めます。',
    start: '設定を始める',
    stop: '解除する',
    renew: '予備コードを作り直す',
    refused: 'パスワードが違うか、今の状態ではできません。',
    setUpTitle: '二段階認証の設定',
    scan: '認証アプリで読み取る',
    scanLead: '認証アプリでこのコードを読み取ってください。この画面を離れると、もう表示できません。',
    qr: '認証アプリ用の QR コード',
    byHand: '読み取れないときは、次の文字を入力してください:',
    codes: '予備コード',
    codesLead:
      'アプリが使えないときに、コードの代わりに1つにつき1回使えます。紙に控えるなどして、安全な場所に保管してください。',
    confirm: '最後に、コードを入力する',
    confirmHint: 'アプリに表示された6桁の数字。これで設定が有効になります。',
    code: '認証コード',
    finish: '設定を終える',
    wrongCode:
      'コードが違います。一度使ったコードも使えません。アプリに次のコードが表示されたら、それを入力してください。',
    enterTitle: '認証コードの入力',
    enterLead: '認証アプリに表示された6桁の数字か、予備コードを入力してください。',
    lost: 'アプリも予備コードも使えない場合は、管理者に解除を依頼してください。',
    removal: {
      do: '二段階認証を解除する',
      lead: '認証アプリと予備コードをなくした方のために。本人であることを確かめてください。',
      fields: {},
    },
  },
};
