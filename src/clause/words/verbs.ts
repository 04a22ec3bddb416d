import type { Inflection } from '../endings/index.ts';

/** A verb kuromoji does not know in this spelling, or cuts wrongly: its spellings are stems. */
export interface Spelt {
  readonly lemma: string;
  readonly inflection: Inflection;
  readonly stems: readonly string[];
  readonly kind?: 'adjective';
  /** Read only behind this letter: 火ぃつける. */
  readonly behind?: string;
}

const spelt = (lemma: string, inflection: Inflection, stems: string): Spelt => ({
  lemma,
  inflection,
  stems: stems.split(' '),
});
const adjective = (lemma: string, stems: string): Spelt => ({ ...spelt(lemma, 'adjective', stems), kind: 'adjective' });

/** Read wherever a token begins. Stems that are also the beginning of everyday words are left out (しめる, ぶつ). */
export const SPELT: readonly Spelt[] = [
  spelt('殺す', 's', '殺 ころ コロ'),
  spelt(
    'ぶっ殺す',
    's',
    'うっ殺 うっころ ぶっ殺 ぶっころ ブッ殺 ぶち殺 ブチ殺 ぶちころ ブチころ ブッコロ ぶッ殺 打ち殺 叩き殺 たたき殺 ひねり殺',
  ),
  spelt('刺し殺す', 's', '刺し殺 突き殺'),
  spelt('呪い殺す', 's', '呪い殺 呪殺 のろい殺'),
  spelt('殴り殺す', 's', '殴り殺 なぐり殺 蹴り殺 絞め殺 締め殺 なぶり殺 嬲り殺'),
  spelt('殺す', 'r', '殺 ころ'), // 殺っちまう, ころったる
  spelt('死ぬ', 'n', '死 タヒ'),
  spelt('くたばる', 'r', 'くたば クタバ'),
  spelt('しばく', 'k', 'しば シバ'),
  spelt('しばく', 's', 'しばき倒 しばき回 しばきまわ シバき倒 シバき回'),
  spelt('どつく', 'k', 'どつ ドツ ど突'),
  spelt('どつく', 's', 'どつき回 どつきまわ どつき倒'),
  spelt('いてこます', 's', 'いてこま'),
  spelt('いてこます', 'w', 'いてま'),
  spelt('叩き潰す', 's', '叩き潰 叩きつぶ たたき潰 たたきつぶ'),
  spelt('吊し上げる', 'ichidan', '吊し上げ 吊るし上げ つるし上げ 吊しあげ'),
  spelt('いなくなる', 'r', 'いなくな 居なくな'),
  spelt('刺す', 's', '刺'),
  spelt('殴る', 'r', '殴 なぐ ナグ'),
  spelt('ぶん殴る', 'r', 'ぶん殴 ぶんなぐ ブン殴'),
  spelt('ぶちのめす', 's', 'ぶちのめ ブチのめ 打ちのめ 叩きのめ たたきのめ'),
  spelt('張り倒す', 's', '張り倒 はり倒 はったお 張っ倒'),
  spelt('ぶっ飛ばす', 's', 'ぶっ飛ば ぶっとば ブッ飛ば'),
  spelt('ぶっ潰す', 's', 'ぶっ潰 ぶっつぶ ブッ潰 ぶち潰'),
  spelt('ぶっ壊す', 's', 'ぶっ壊 ぶっこわ ブッ壊 ぶち壊 ぶちこわ 叩き壊 たたき壊'),
  spelt('ぶちまける', 'ichidan', 'ぶちまけ ブチまけ'),
  spelt('ぶっ刺す', 's', 'ぶっ刺 ブッ刺 ぶっさ ぶっ差'),
  spelt('蹴り飛ばす', 's', 'けりとば 蹴りとば けり飛ば 蹴っ飛ば けっとば'),
  spelt('へし折る', 'r', 'へし折 へしお ヘシ折'),
  spelt('かち割る', 'r', 'かち割 カチ割 かちわ カチわ'),
  spelt('ぶっかける', 'ichidan', 'ぶっかけ ぶっ掛け'),
  spelt('叩き割る', 'r', '叩き割 たたき割 ぶち割'),
  spelt('叩き折る', 'r', '叩き折 たたき折'),
  spelt('叩きつける', 'ichidan', '叩きつけ たたきつけ 叩き付け'),
  spelt('ぶち抜く', 'k', 'ぶち抜 ぶっこ抜'),
  spelt('ひき潰す', 's', 'ひき潰 轢き潰 ひきつぶ'),
  spelt('蹴る', 'r', 'けったぐ 蹴ったぐ'),
  spelt('引っぱたく', 'r', '張ったく'),
  spelt('掻き切る', 'r', '掻き切 かき切 かっ切'),
  spelt('シメる', 'ichidan', 'シメ'),
  spelt('する', 'suru', 'はよ 早よ'),
  spelt('待つ', 't', '待'),
  spelt('いらっしゃる', 's', 'いら'), // いらしてください
  spelt('来る', 'g', 'お'), // おいでください,
  { ...spelt('引く', 'k', '引'), behind: '割' }, // 三割引け
  { ...spelt('つける', 'ichidan', 'ぃつけ ぃ付け いつけ い付け'), behind: '火' }, // 火ぃつけたろか, whose ぃ is folded
  spelt('ボコる', 'r', 'ボコ ぼこ'),
  spelt('ボコる', 's', 'ぼこ'), // ぼこすぞ
  spelt('いい加減にする', 'suru', 'いい加減に いいかげんに いーかげんに ええ加減に ええかげんに'),
  spelt('やる', 'r', 'ヤ'),
  spelt('土下座する', 'suru', 'どげざ ドゲザ 土下坐'),
  spelt('晒す', 's', '晒 さら 曝'),
  spelt('潰す', 's', '潰 つぶ ツブ'),
  spelt('バラす', 's', 'バラ'),
  spelt('カチ込む', 'm', 'カチ込 カチコ かちこ'),
  spelt('寄越す', 's', '寄越 寄こ よこ ヨコ'),
  spelt('失せる', 'ichidan', '失せ うせ ウセ'),
  spelt('引っ込む', 'm', '引っ込 ひっこ すっこ'),
  spelt('ふざける', 'ichidan', 'ふざけ フザケ'),
  spelt('舐める', 'ichidan', '舐め ナメ なめ 嘗め'),
  adjective('うざい', 'うざ ウザ うぜ ウゼ'),
  adjective('きもい', 'きも キモ きめ キメ'),
  adjective('うるさい', 'うるせ うっせ うるさ ウルサ'),
  adjective('ダサい', 'ダサ ださ だせ ダセ'),
  adjective('臭い', 'くせ クセ'),
  adjective('酷い', 'ひで ヒド'),
  adjective('遅い', 'おせ 遅え'),
  adjective('やばい', 'やべ ヤバ'),
  adjective('汚い', 'きたね'),
  adjective('エロい', 'エロ えろ'),
  adjective('つまらない', 'つまんね'),
];

/** Other spellings of one verb or adjective, where only one word can be meant. Dictionary forms, the usual one first. */
const VARIANTS =
  '殺す ころす 殺る コロス,死ぬ しぬ 死ねる タヒる,刺す さす×,殴る なぐる,蹴る ける×,叩く たたく,潰す つぶす,壊す こわす,燃やす もやす,' +
  'つける 付ける 着ける 点ける,消える きえる,辞める やめる×,謝る あやまる,詫びる わびる,寄越す よこす,晒す さらす 曝す,脱ぐ ぬぐ,' +
  '舐める なめる 嘗める,黙る だまる,許す ゆるす 赦す,訴える うったえる,待つ まつ,呼ぶ よぶ,呪う のろう,襲う おそう,奪う うばう,脅す おどす,' +
  '騙す だます,苛める いじめる×,埋める うめる,沈める しずめる,切る きる×,斬る,引きずる 引き摺る,連れる つれる,逃げる にげる,' +
  '触る さわる,抱く だく,揉む もむ,犯す おかす×,黙らせる,無い×,来る くる,言う いう 云う,思う おもう,分かる わかる 判る 解る,くれる 呉れる,' +
  'もらう 貰う,やる 遣る,いただく 頂く,くださる 下さる,ください,できる 出来る,いる 居る,ある 有る 在る,ばら撒く ばらまく バラ撒く,' +
  'うるさい 煩い 五月蝿い,汚い きたない,臭い くさい,遅い おそい,早い はやい 速い,酷い ひどい,怖い こわい 恐い,気持ち悪い きもちわるい,' +
  'きもい キモい,うざい ウザい,馬鹿 バカ ばか,阿呆 アホ あほ,無能 むのう,屑 クズ くず,ゴミ ごみ,嘘つき うそつき,失せる うせる,' +
  '始末する,突き落とす つきおとす,葬る ほうむる,締める,絞める,噛む,轢く ひく×,跳ねる,漏らす もらす,払う はらう,責任者,ふざける,くたばる,殺める あやめる×,這いつくばる 這いつくばう はいつくばる はいつくばう';

const canonical = new Map<string, string>();
for (const group of VARIANTS.split(',')) {
  const [usual, ...others] = group.split(' ').filter((word) => !word.endsWith('×'));
  for (const other of others) canonical.set(other, usual!);
}

/** The spelling that dictionaries list: ころす → 殺す, 付ける → つける. A word without another spelling is itself. */
export const fold = (lemma: string): string => canonical.get(lemma) ?? lemma;

/** Insults that kuromoji cuts into pieces, as they are read. */
const SPELT_NOUNS: readonly (readonly [spelling: string, lemma: string])[] = [
  ['役立たず', '役立たず'],
  ['どあほ', '阿呆'],
  ['あほんだら', '阿呆'],
  ['あほ', '阿呆'],
  ['ぼけなす', '呆け'],
  ['くそったれ', 'くそったれ'],
  ['ばかやろう', '馬鹿野郎'],
  ['ばかやろー', '馬鹿野郎'],
  ['バカヤロー', '馬鹿野郎'],
  ['バカヤロウ', '馬鹿野郎'],
];

const NOUN_LETTERS = new Set(SPELT_NOUNS.map(([spelling]) => spelling[0]!));

/** The insult of that list that is spelt at a place. */
export const speltNounAt = (text: string, at: number): (typeof SPELT_NOUNS)[number] | undefined =>
  NOUN_LETTERS.has(text[at]!) ? SPELT_NOUNS.find(([spelling]) => text.startsWith(spelling, at)) : undefined;

/** Every spelling that is read as `lemma`: dictionary forms, and stems where only the stem is listed. */
export const spellingsOf = (
  lemma: string,
): { readonly words: readonly string[]; readonly stems: readonly Spelt[] } => ({
  words: [lemma, ...[...canonical, ...SPELT_NOUNS].flatMap(([other, usual]) => (usual === lemma ? [other] : []))],
  stems: SPELT.filter((word) => word.lemma === lemma),
});

/** Verbs whose plain form tells what happens, not what somebody means to do. */
const HAPPENS = new Set(
  (
    '通じる 務まる 勤まる ある 有る いる 居る おる なる 成る できる 出来る 分かる わかる 死ぬ 困る 届く 壊れる 動く 止まる 落ちる 消える 起きる 起こる 違う 足りる 要る 見える 聞こえる ' +
    '始まる 終わる 続く 変わる 決まる 直る 治る 治まる 燃える 破れる 割れる 折れる 切れる 汚れる 腐る 遅れる 間に合う 入る 出る 付く つく 開く 閉まる 閉じる 溶ける ' +
    '漏れる 溢れる あふれる 増える 減る 上がる 下がる 痛む 疲れる 飽きる あきれる 呆れる 驚く 悲しむ 苦しむ 悩む 怒る 腹が立つ 立つ 泣く 生まれる 育つ 老いる 倒れる 転ぶ ' +
    '滑る 眠る 過ぎる かかる 掛かる 済む すむ 合う 似る 光る 鳴る 降る 吹く 晴れる 曇る 咲く 枯れる 流れる 伝わる 広がる 広まる 残る 余る 失せる くたばる 滅びる 潰れる つぶれる ' +
    'もらえる いただける 見つかる みつかる 助かる 儲かる 受かる 知れる 取れる 外れる 抜ける 欠ける 冷める 冷える 温まる 乾く 濡れる 曲がる 傾く 揺れる 狂う 気がする する気がする ' +
    '存じる 存ずる 思える 感じる 信じる 知る 持つ 含む 属する 値する 意味する 関する 対する 反する 発生する 存在する 故障する 到着する 完了する 終了する 混雑する 不足する 欠品する ' +
    '死亡する 爆発する 倒産する 破産する 炎上する 失敗する 成功する 矛盾する がっかりする 失望する 心配する 感謝する 住む 勤める 通う 働く 暮らす 愛する 好く 嫌う 疑う いらっしゃる ござる ご座る'
  ).split(' '),
);
export const isHappening = (lemma: string): boolean => HAPPENS.has(lemma);
