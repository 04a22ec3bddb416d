import type { createToken, revokeToken } from '../../../actions/index.ts';
import type { ActWords, Fields } from '../shell/acts/words.ts';

export const ja = {
  tokens: {
    title: 'API のトークン',
    lead: '社内の別のシステムが API（/api/v1）を使うためのもの。トークンの役割でできることは、同じ役割の利用者と同じです。',
    none: 'トークンはまだありません。',
    rolesHint: '必要なものだけを選んでください。',
    made: '発行',
    expires: '有効期限',
    lastUsed: '最後の利用',
    state: '状態',
    valid: '有効',
    expired: '期限切れ',
    revoked: '失効',
    revoke: { do: '失効させる', fields: {} } satisfies ActWords<typeof revokeToken>,
    revokeOne: (name: string) => `${name} を失効させる`,
    make: {
      title: '新しいトークン',
      do: '発行する',
      fields: {
        name: {
          label: '名前',
          hint: '使うシステムの名前。判断や監査記録に「api:名前」と残るため、同じ名前は二度使えません。',
          wrong: '名前を入力してください（60文字まで）。',
          taken: 'この名前のトークンはすでにあります（失効したものも含みます）。',
        },
        days: {
          label: '期間',
          wrong: '期間を選んでください。',
          options: { 30: '30日', 90: '90日', 365: '1年' },
        },
      },
    } satisfies { title: string; do: string; fields: Omit<Fields<typeof createToken>, 'roles'> },
    shown: (name: string) => `${name} のトークン`,
    shownLead: 'いまだけ表示します。使うシステムの安全な場所に移してください。この画面を離れると、もう表示できません。',
    label: 'トークン',
  },
};
