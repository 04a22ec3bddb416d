import type { Token } from '../text/index.ts';

/** A verb as IPADIC lists it, and what it is made of. */
interface Correction {
  readonly lemma: string;
  readonly conjugationType: string;
  readonly potential: boolean;
}

/** してやる is one word to IPADIC. */
const WHOLE: ReadonlyMap<string, string> = new Map([
  ['してやる', 'する'],
  ['してあげる', 'する'],
  ['してくれる', 'する'],
  ['しておく', 'する'],
]);

/** Verbs of ability that IPADIC lists beside the verb they are made of. Those that mean something else too are left out (切れる, 取れる). */
const ABLE = new Set(
  (
    '殺せる 死ねる 帰れる 行ける 会える 使える 待てる 言える 書ける 読める 話せる 出せる 返せる 許せる 払える 飲める 歩ける 走れる 眠れる 買える 消せる 潰せる 刺せる 動ける 働ける 暮らせる 殴れる 渡せる 直せる 戻せる 示せる ' +
    '替われる 代われる 貸せる 畳める 下ろせる 降ろせる 手伝える 飛ばせる 外せる 隠せる 探せる 試せる 残せる 放せる 離せる 満たせる 漏らせる 訳せる 汚せる 落とせる 起こせる 押せる 脅せる 思い出せる 思い知れる ' +
    '聞ける 履ける 吐ける 拭ける 叩ける 磨ける 招ける 稼げる 泳げる 急げる 防げる 継げる 勝てる 遊べる 学べる 叫べる 飛べる 住める 噛める 楽しめる 掴める 盗める 悩める 歌える 拾える 洗える 奪える 狙える 願える ' +
    '誓える 味わえる 雇える 伺える 戦える 習える 扱える 通える 誘える 争える 補える 減らせる 祈れる 語れる 握れる 蹴れる 撮れる 配れる 断れる 掘れる 踊れる 曲がれる 戻れる 裏切れる 貼れる 登れる ' +
    '引っ越せる 取り消せる 差し出せる 引き出せる 見直せる やり直せる 引き取れる 受け取れる 取り戻せる 持ち込める 突っ込める 乗り込める 飛び込める 追い込める ' +
    '信じれる 頼める 選べる 呼べる 運べる 送れる 作れる 守れる 黙れる 謝れる 座れる 乗れる 頑張れる やれる 持てる 立てる× 済ませる× 示せる 回せる 倒せる 壊せる 燃やせる 晒せる 脱げる× 抱ける 触れる× 合わせる× 返せる 追える 笑える 泣ける×'
  )
    .split(' ')
    .filter((word) => !word.endsWith('×')),
);

/** Read as an order where nothing but an end or よ follows: 脱げ, 首を吊れ. */
const ORDERED = new Set(
  '取れる 脱げる 開ける 吊れる 切れる しねる 折れる 割れる 売れる 抜ける 焼ける 吐ける 引ける 突ける 乗れる しゃぶれる 吸える 揉める 触れる 知れる 解ける 退ける どける 弾ける 打てる 立てる 泣ける 向ける'.split(
    ' ',
  ),
);

/** What follows 来る in kana; before anything else, き is a piece of another word. */
const COMING_ON = /^[たてまなや]/;

const E_ROW = 'えけげせてねべめれ';
const U_ROW = 'うくぐすつぬぶむる';
const TYPES: Readonly<Record<string, string>> = {
  う: '五段・ワ行促音便',
  く: '五段・カ行イ音便',
  ぐ: '五段・ガ行',
  す: '五段・サ行',
  つ: '五段・タ行',
  ぬ: '五段・ナ行',
  ぶ: '五段・バ行',
  む: '五段・マ行',
  る: '五段・ラ行',
};

/** What a verb's token is really, by the letters before and after it, where IPADIC sees it otherwise; null where it is right. */
export function correct(
  { lemma, pos, surface, conjugationType: type }: Token,
  [before, after]: readonly [string, string],
): Correction | null {
  if (pos[0] !== '動詞') return null;
  if (lemma === '向う' && surface === '向い' && /^[てた]/.test(after))
    return { lemma: '向く', conjugationType: '五段・カ行イ音便', potential: false };
  if (surface === 'いい' && /^(?:いう|言う)$/.test(lemma) && /^(?:$|[です。なねよけがかのん、！!])/u.test(after))
    return { lemma: 'いい', conjugationType: '形容詞・イイ', potential: false }; // 無事だといいですね
  if (lemma === '行う' && surface === '行っ' && /[にへは]/.test(before))
    return { lemma: '行く', conjugationType: '五段・カ行促音便', potential: false };
  if (lemma === 'くる' && type?.startsWith('五段'))
    return { lemma: '繰る', conjugationType: '五段・ラ行', potential: false }; // くって
  if (lemma === 'くる' && surface === 'き' && !COMING_ON.test(after))
    return { lemma: 'き', conjugationType: '', potential: false };
  const whole = WHOLE.get(lemma);
  if (whole !== undefined) return { lemma: whole, conjugationType: 'サ変・スル', potential: false };
  const ordered =
    ORDERED.has(lemma) &&
    surface === lemma.slice(0, -1) &&
    /^(?:$|[。．.!！?？\s」』w笑]|よ|や|って|とい|と言)/u.test(after);
  if (!ABLE.has(lemma) && !ordered) return null;
  const plain = U_ROW[E_ROW.indexOf(lemma.at(-2)!)]!;
  const verb = lemma.slice(0, -2) + plain;
  return { lemma: verb, conjugationType: verb === '行く' ? '五段・カ行促音便' : TYPES[plain]!, potential: true };
}
