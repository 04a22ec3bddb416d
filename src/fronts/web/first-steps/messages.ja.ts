import type { Untold } from '../../shared/index.ts';
import type { StepState } from './steps.ts';

export const ja = {
  firstSteps: {
    title: 'はじめの手順',
    lead: '受信箱のメールが届き、だれかに知らせが行くまでの5つです。状態は、いまの設定と記録から読み取っています。',
    sample: 'いまはサンプルモードです。受信箱のページで本番を始めると、実際のメールを読めます。',
    newFile: 'komainu.example.yaml を写して komainu.yaml を作り、次の行を書きます。',
    fileLead: (file: string) => `この手順は設定ファイルで行います。${file} に次の行を加えます。`,
    variables: 'パスワードなどの秘密はファイルに書かず、環境変数で渡します。',
    afterwards: '加えたら、次のコマンドで確かめ、サービスを起動し直します。',
    command: 'サーバーでは、次のコマンドでもできます。',
    byFile: 'komainu.yaml で行う',
    byCommand: 'サーバーのコマンドで行う',
    states: { done: '済み', open: 'まだ', trouble: '問題があります' } satisfies Record<StepState, string>,
    mailbox: {
      title: '受信箱をつなぐ',
      none: '受信元はまだありません。',
      source: (name: string) => `受信元「${name}」につながっています。`,
      waiting: (name: string) => `受信元「${name}」は設定されていますが、まだつながっていません。`,
      trouble: (name: string, trouble: string) => `受信元「${name}」: ${trouble}`,
      link: '受信箱を開く',
    },
    policy: {
      title: '方針と宣言を載せる',
      own: '自社の方針を表示しています。何を受け入れないかの宣言は、認定のときにも示されます。',
      template: 'ひな形を表示しています。自社の方針に替えてください。',
      unreadable: '方針のファイルを読めないため、ひな形を表示しています。',
      link: '表示中の方針を見る',
    },
    people: {
      title: '人を招く',
      deciders: (n: number) => `案件を確認できる人は${n}人です。`,
      enough: '2人以上にしてください。自分の名前が書かれた案件は、ほかの人が確認します。',
      desk: (n: number) =>
        n === 0 ? '相談窓口の人がいないため、非公開の相談は受け付けられません。' : `相談窓口は${n}人です。`,
      unused: (n: number) => `まだ使われていない招待が${n}件あります。`,
      link: '利用者を招く',
    },
    channels: {
      title: '知らせる先を決める',
      none: '至急の案件を知らせる先がありません。',
      untried: (name: string) => `「${name}」を設定しましたが、まだ一度も送っていません。試しに送ってください。`,
      well: (name: string) => `「${name}」に届いています。`,
      trouble: (name: string, trouble: string) => `「${name}」: ${trouble}`,
      link: '知らせる先を開く',
    },
    trial: {
      title: '試す',
      judged: (n: number) => `これまでに${n}通のメールを判定しました。`,
      many: (n: number) => `これまでに${n.toLocaleString('ja')}通以上のメールを判定しました。`,
      none: 'まだ1通も判定していません。',
      link: '受信箱で試す',
      text: '文章を試す',
      what: '受信箱のページで、直近30日のメールが1週間に何件の案件になるかを見て、件数を選べます。',
    },
    bar: (done: number, all: number) => `はじめの手順：${all}つのうち${done}つが済んでいます。`,
    open: '手順を見る',
    close: '案内を閉じる',
    closeHint: '閉じても、「記録と設定」の「受信箱」からいつでも開けます。',
    again: '案内を一覧の上に再び表示する',
    untold: {
      'no-channel': '至急の案件が来ても、だれにも知らせが届きません。知らせる先がありません（notify.channels）。',
      'no-decider': '案件を確認する人がいません。責任者、確認者か相談窓口の役割の人を招いてください。',
      'no-desk': '相談窓口の人がいないため、非公開の相談を受け付けられません。',
    } satisfies Record<Untold, string>,
  },
};
