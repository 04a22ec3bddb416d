import type { CHANNEL_KINDS, saveChannel, saveSmtp } from '../../../actions/index.ts';
import type { ActWords } from '../shell/acts/words.ts';

const kinds: Record<(typeof CHANNEL_KINDS)[number], string> = {
  mail: 'メール',
  slack: 'Slack（Mattermost など同じ形のもの）',
  teams: 'Microsoft Teams',
  chatwork: 'Chatwork',
  webhook: 'Webhook（署名つき）',
};

export const ja = {
  channels: {
    add: '知らせる先を加える',
    addLead:
      '種類を選んで送り先を書き、「使う」を押すと、届いたことだけを伝える文を一度送ります。届いたかは上の表に出ます。',
    set: '決めた場所',
    kinds,
    save: {
      fields: {
        name: { label: '名前' },
        kind: { label: '種類', options: kinds },
        to: { label: '宛先のメールアドレス（1行に1つ）', wrong: 'メールアドレスを1行に1つ書いてください。' },
        room: { label: 'ルームの番号', wrong: '数字で書いてください。' },
        address: {
          label: 'Webhook の URL（Chatwork は API トークン）',
          hint: '暗号にして保存し、二度と表示しません。',
          wrong: '送り先を書いてください。',
        },
        signing: { label: '署名の秘密（whsec_…）', wrong: '署名の秘密を書いてください。' },
        about: {
          label: '知らせること',
          wrong: '1つ以上選んでください。',
          options: {
            urgent: '至急の案件',
            digest: '決まった時刻のまとめ',
            care: 'ケアの予定日',
            alarms: '受信元などの問題',
            audit: '監査の記録の末尾',
          },
        },
      },
      do: '使う',
    } satisfies ActWords<typeof saveChannel>,
    needsServer: 'メールで知らせるには、先に送信サーバーを決めます。',
    server: '送信サーバー（メールで知らせるとき）',
    smtp: {
      fields: {
        host: { label: 'サーバー', wrong: 'サーバーの名前を書いてください。' },
        port: { label: 'ポート（空なら 587）', wrong: '1から65535の数字を書いてください。' },
        security: { label: '暗号化', options: { starttls: 'STARTTLS', tls: 'TLS', none: '暗号化なし' } },
        from: { label: '差出人', wrong: '差出人のアドレスを書いてください。' },
        user: { label: 'ユーザー名（要らなければ空）' },
        password: { label: 'パスワード', wrong: 'パスワードを入れてください。' },
      },
      do: '送信サーバーを保存する',
    } satisfies ActWords<typeof saveSmtp>,
    refusals: {
      'set-in-file': 'komainu.yaml で決めているため、ここでは変えられません。',
      'settings-changed': 'ほかの人が先に変えました。開き直してください。',
    } as Readonly<Record<string, string>>,
  },
};
