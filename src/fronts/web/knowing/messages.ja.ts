export const ja = {
  knowing: {
    edit: '方針の新しい版を作る',
    editLead:
      '公開した版は後から変えられません。直すときは次の版を作ります。見出しは「# 」、箇条書きは「- 」で始めます。公開すると、設定ファイルの company.policy より優先します。',
    wrong: '公開できませんでした。下の項目を直してください。',
    form: {
      do: '公開する',
      fields: {
        text: {
          label: '方針の文章',
          hint: '何を許容しないか、どう対応するか、相談先、不利益な取扱いをしないこと、正当な苦情を妨げないことを書きます。',
          wrong: '方針の文章を書いてください。',
        },
        note: { label: '変えた点' },
        from: {
          label: '適用開始日',
          hint: '今日か、それより後の日です。その日から、全員の画面がこの版になります。',
          wrong: '今日か、それより後の日付にしてください。',
        },
      },
    },
    published: '公開しました。適用開始日から全員に表示します。',
    versions: '方針の版',
    versionsLead: 'これまでの版です。公開した文章は変わりません。',
    noVersions:
      'まだ版はありません。ブラウザで公開するか、だれかが方針のファイルを「読みました」とした日に、最初の版になります。',
    version: (number: number) => `第${number}版`,
    number: '版',
    inForce: '適用中',
    fileDay: '（初めて確認した日）',
    fromFile: '設定ファイルから',
    publishedAt: '公開',
    ownReading: 'あなたが読んだ日',
    readers: '読んだ人',
    people: (count: number) => `${count}人`,
    read: 'この方針を読みました',
    readOn: (day: string) => `${day}に、この版を読んだことを記録しました。`,
    changed: 'その後、方針が変わりました。もう一度読んでから押してください。',
    who: 'だれが読んだか',
    whoLead:
      '適用中の版を読んだ日と、終えた学びの数です。答えた内容や正誤、かかった回数は、どこにも残しません。人事評価には使わないでください。',
    noPolicy: 'まだ読む対象の方針がありません。',
    name: '名前',
    readAt: '方針を読んだ日',
    lessons: '終えた学び',
    lessonsOf: (done: number, all: number) => `${all}件中 ${done}件`,
    last: '最後に学んだ日',
    notYet: 'まだ',
    readCount: (read: number, all: number) => `適用中の方針を読んだ人：${all}人中 ${read}人`,
  },
};
