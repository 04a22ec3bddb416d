import { docx, odt, pdf, pptx, rtf, xlsx } from '../../support/documents.ts';
import { html, mail, text } from '../../support/mime.ts';

/** Ten of each kind, as companies send them every day. */
type Kind = readonly [kind: string, name: string, make: (at: number) => Buffer, type?: string];

const pick = <T>(all: readonly T[], at: number): T => all[at % all.length]!;
const lines = (...all: readonly string[]): string => all.join('\n');
const rows = (count: number, row: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => row(at)).join('\n');

const GOODS = [
  'ボールペン 黒',
  'コピー用紙 A4',
  '裁断機の替刃',
  '殺虫剤 450ml',
  'カッターナイフ',
  '防犯カメラ',
  '催涙スプレー用ホルダー',
  '軍手',
  '消火器',
  '脚立 6尺',
];
const CLIENTS = ['株式会社例商事', '見本工業株式会社', '合同会社サンプル', '例示病院', '見本市役所'];

const invoice = (at: number): string =>
  lines(
    '請求書',
    `${pick(CLIENTS, at)} 御中`,
    `請求番号 INV-2026-${1000 + at}`,
    '下記のとおりご請求申し上げます。',
    rows(6, (row) => `${pick(GOODS, at + row)} ${row + 1} 個 ${(row + 1) * 1280} 円`),
    `小計 ${26880 + at} 円 消費税 10% 合計 ${29568 + at} 円`,
    `お支払期限 2026年12月${10 + at}日。期限を過ぎた場合は年14.6%の遅延損害金を申し受けます。`,
    '振込先 例銀行 本店 普通 1234567。振込手数料は貴社にてご負担ください。',
  );

const order = (at: number): string =>
  lines(
    '注文書',
    `発注元 ${pick(CLIENTS, at + 1)} 購買部`,
    rows(8, (row) => `${row + 1} ${pick(GOODS, at + row * 3)} 数量 ${row * 5 + 2} 至急 納期 12/${row + 3}`),
    pick(
      [
        '備考 必ず午前中に納品してください。遅れる場合は至急ご連絡ください。',
        '備考 前回、破損がありましたので梱包を厳重にお願いします。',
        '備考 分納不可。欠品があればキャンセルとします。',
        '備考 値引き後の単価で計上をお願いします。',
        '備考 不良品は全数返品いたします。',
      ],
      at,
    ),
  );

const SERVICES = ['nginx', 'postgres', 'worker', 'mailer', 'cron', 'kernel', 'docker', 'backup', 'sshd', 'watchdog'];
const log = (at: number): string =>
  rows(60, (row) => {
    const time = `2026-11-24T10:${String(row).padStart(2, '0')}:07Z`;
    const says = [
      `${pick(SERVICES, at)}[${200 + row}]: started, listening on 0.0.0.0:8080`,
      `${pick(SERVICES, at)}[${200 + row}]: child process ${row} killed by signal 9`,
      'ERROR fatal: could not connect, retrying in 5 s; attempt to kill stale session failed',
      'WARN possible attack blocked: 203.0.113.9 banned after 5 failures for root',
      'INFO order stored in 41 ms',
      'Out of memory: Kill process 4711 (java) score 912 or sacrifice child',
      'ERROR 処理が異常終了しました。プロセスを強制終了します。',
      'DEBUG GET /items?id=7 200 12ms "Mozilla/5.0 (X11; Linux x86_64)"',
      'dead letter queue: 3 messages, execution aborted, master terminated slave connection',
    ];
    return `${time} ${pick(says, row + at)}`;
  });

const csv = (at: number): string =>
  lines(
    '受付番号,氏名,電話番号,種別,内容,対応',
    rows(40, (row) => {
      const content = pick(
        [
          '商品が届かない',
          '返品を希望',
          '領収書の再発行',
          '使い方の質問',
          '初期不良の交換',
          '住所の変更',
          '解約の手続き',
          '在庫の確認',
          '色違いへの交換',
          'ポイントの反映',
        ],
        row + at,
      );
      return `${at * 100 + row},山田${pick(['太郎', '花子', '一郎'], row)},03-0000-${1000 + row},${pick(['電話', 'メール', '窓口'], row)},${content},${pick(['対応済み', '確認中', '担当へ回送'], row)}`;
    }),
  );

const json = (at: number): string =>
  JSON.stringify(
    {
      event: pick(['order.created', 'user.deleted', 'job.failed', 'payment.refused', 'host.down'], at),
      items: Array.from({ length: 12 }, (_, row) => ({ id: row, name: pick(GOODS, row + at), price: row * 150 })),
      message: pick(
        [
          'ご注文を承りました。',
          'お支払いが拒否されました。',
          '強制終了しました。',
          'The process was killed after the timeout.',
          'Your account will be terminated on request.',
        ],
        at,
      ),
      customer: {
        name: '佐藤太郎',
        note: pick(['置き配を希望', '平日の夜に配達してください', '', '領収書を同封してください'], at),
      },
    },
    null,
    2,
  );

const card = (at: number): string =>
  lines(
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${pick(['佐藤', '鈴木', '鬼頭', '死神田', '馬場'], at)};${pick(['太郎', '花子'], at)};;;`,
    `FN:${pick(['佐藤', '鈴木', '鬼頭', '黒井', '馬場'], at)} ${pick(['太郎', '花子'], at)}`,
    `ORG:${pick(CLIENTS, at)};${pick(['営業部', '法務部', '危機管理室', 'お客様相談室'], at)}`,
    `TITLE:${pick(['部長', '主任', '課長代理', '顧問弁護士'], at)}`,
    `TEL;TYPE=WORK:03-0000-00${10 + at}`,
    `NOTE:${pick(['展示会でお会いした方', '支払いの窓口', '平日9時から17時まで', ''], at)}`,
    'END:VCARD',
  );

const NEWS = [
  '年末セール開催中。最大半額、早い者勝ちです。今すぐお申し込みください。',
  '話題のミステリー「殺人の門前」の著者に聞く。犯人は最後までわかりません。',
  '新作ゲーム、敵を倒して街を守れ。予約受付中です。',
  '激辛カレーで悶絶。挑戦者を募集します。',
  '詐欺の電話にご注意ください。暗証番号をお聞きすることはありません。',
  '害虫を一撃で駆除。ゴキブリを根絶やしにする新製品です。',
  '冬の火災予防。放火されないまちづくりのために。',
  'カスタマーハラスメント対策セミナーのご案内。土下座の強要や暴言にどう対応するか。',
  '首こり、肩こりに効く体操を紹介します。',
  'ご解約はいつでもできます。退会の手続きはこちらから。',
];
const newsletter = (at: number): string =>
  lines(
    `月刊おしらせ 第${at + 1}号`,
    'いつもご愛読いただきありがとうございます。',
    rows(5, (row) => pick(NEWS, at + row)),
    '配信の停止はこちらから。編集部',
  );

const contract = (at: number): string =>
  lines(
    pick(['秘密保持契約書', '業務委託契約書', '売買基本契約書', '利用規約'], at),
    `${pick(CLIENTS, at)}（以下「甲」という。）と株式会社例（以下「乙」という。）は、次のとおり契約を締結する。`,
    '第1条 甲は乙に対し、別紙に定める業務を委託し、乙はこれを受託する。',
    '第5条 乙が本契約に違反したときは、甲は催告なしに直ちに契約を解除し、損害賠償を請求することができる。',
    '第8条 甲及び乙は、暴力団、暴力団員その他の反社会的勢力に該当しないこと、自ら又は第三者を利用して脅迫的な言動又は暴力を用いる行為をしないことを確約する。',
    `第9条 本契約の有効期間は${at + 1}年間とする。協議が調わないときは東京地方裁判所を第一審の専属的合意管轄裁判所とする。`,
  );

const minutes = (at: number): string =>
  lines(
    `定例会議 議事録（第${at + 1}回）`,
    '出席者 佐藤、鈴木、山田',
    pick(
      [
        '1. 納期の遅れについて。原因は部品の欠品。先方に謝罪し、再発を防ぐ。',
        '1. クレーム対応の見直し。電話は二人で受けることにした。',
        '1. 競合に負けた案件の振り返り。価格で完敗、次は勝つ。',
        '1. 旧システムを殺す時期について。来年3月に停止する案で合意。',
        '1. 担当者の交代について。引き継ぎ資料を月末までに作る。',
      ],
      at,
    ),
    '2. 予算。コピー代の削減を徹底する。未提出の人は金曜までに必ず出すこと。',
    '3. 次回は12月8日10時から。以上。',
  );

const manual = (at: number): string =>
  lines(
    `取扱説明書 ${pick(['電動のこぎり', '高圧洗浄機', '卓上ボール盤', 'ガスこんろ', '草刈機'], at)}`,
    '警告 取り扱いを誤ると、死亡または重傷を負う可能性があります。',
    '危険 絶対に分解しないでください。感電して死ぬおそれがあります。',
    '刃に触れないでください。指を切断するおそれがあります。火に近づけないでください。爆発します。',
    `型番 KM-${300 + at}。保証期間は購入から1年間です。お問い合わせはお客様相談室まで。`,
  );

const report = (at: number): string =>
  lines(
    pick(['カスハラ対応報告書', '事故報告書', 'お客様アンケートの結果', '防災訓練のお知らせ', '人権研修の資料'], at),
    pick(
      [
        '11月20日、来店したお客様が大声を出されたため、責任者が対応し、お帰りいただきました。',
        '11月18日、倉庫で台車が倒れ、作業員が足を負傷しました。原因は積みすぎです。',
        '回答は230件。「説明がわかりにくい」「待ち時間が長い」が多く、「最低」「二度と行かない」は4件でした。',
        '12月1日10時、火災を想定した訓練を行います。全員が避難してください。',
        '人格を否定する言葉や、長時間の叱責はハラスメントに当たります。相談窓口は内線110です。',
      ],
      at,
    ),
    '関係部署で共有し、再発の防止に努めます。',
  );

const page = (at: number): string =>
  `<html><head><title>お知らせ</title></head><body><h1>${pick(['ご利用明細', '配送状況', '領収書', '予約の確認', 'パスワードの再設定'], at)}</h1><table>${rows(8, (row) => `<tr><td>${pick(GOODS, row + at)}</td><td>${row * 300}円</td></tr>`)}</table><p>本メールに心当たりのない場合は、お手数ですが破棄してください。第三者による不正な利用は警察に通報します。</p></body></html>`;

const forwarded = (at: number): Buffer =>
  mail(
    at % 2 === 0
      ? text(`お世話になっております。\n${pick(CLIENTS, at)}の山田です。\n${order(at)}\nよろしくお願いいたします。`)
      : html(`<p>お世話になっております。</p><p>${newsletter(at).replaceAll('\n', '<br>')}</p>`),
  );

export const HARMLESS_DOCUMENTS: readonly Kind[] = [
  ['invoices', '請求書.pdf', (at) => pdf(invoice(at).replaceAll('\n', ' '))],
  ['order sheets', '注文書.xlsx', (at) => xlsx(order(at))],
  ['logs', 'system.log', (at) => Buffer.from(log(at)), 'text/x-log'],
  ['tables', '受付一覧.csv', (at) => Buffer.from(csv(at)), 'text/csv'],
  ['events', 'event.json', (at) => Buffer.from(json(at)), 'application/json'],
  ['cards', '名刺.vcf', (at) => Buffer.from(card(at)), 'text/vcard'],
  ['newsletters', 'news.pdf', (at) => pdf(newsletter(at).replaceAll('\n', ' '))],
  ['contracts', '契約書.docx', (at) => docx(contract(at))],
  ['minutes', '議事録.rtf', (at) => rtf(minutes(at)), 'application/msword'],
  ['manuals', '取扱説明書.pptx', (at) => pptx(manual(at))],
  ['reports', '報告書.odt', (at) => odt(report(at))],
  ['pages', 'meisai.html', (at) => Buffer.from(page(at)), 'text/html'],
  ['forwarded mails', '転送.eml', forwarded],
];
