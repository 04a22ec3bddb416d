export const ja = {
  watch: {
    title: '差出人の注視',
    lead: (address: string) =>
      `${address} から届く新しいメールを、判定にかかわらず「微妙」以上として表示します。判定は変わりません。`,
    standing: (address: string, by: string, since: string, until: string) =>
      `${address} を注視しています（${by}、${since}から${until}まで）。`,
    until: 'この日まで',
    begin: '注視する',
    change: '期限を変える',
    end: '注視を終える',
    endOf: (address: string) => `${address} の注視を終える`,
    wrongDay: (most: number) => `注視の期限は、明日から${most}日後までの日付にしてください。`,
    all: '注視している差出人',
    listLead:
      'ここにある差出人の新しいメールは、判定にかかわらず「微妙」以上として一覧に出ます。期限が過ぎたものは消えます。',
    none: '注視している差出人はいません。',
    address: '差出人',
    by: '始めた人',
    since: '開始',
    last: '期限',
    mails: '一覧で探す',
    reason: (since: string) => `${since}から注視中の差出人です`,
    notice: (since: string) => `${since}から人が注視している差出人のため、判定にかかわらず表示しています。`,
    mark: '注視',
  },
};
