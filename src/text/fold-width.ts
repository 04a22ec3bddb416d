import { INVISIBLE } from '../util/invisible.ts';
import { pass, rewrite } from './rewrite.ts';
import type { Folded } from './types.ts';

/** They only hide words. */
const INVISIBLE_CHARACTERS = new RegExp(`[${INVISIBLE}]`, 'gu');

/** Anything but ASCII, kana, kanji, Japanese punctuation and full-width forms. */
const UNUSUAL = /[^\n\r\x20-\x7e\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]/;

const JAPANESE = '\\p{Script=Han}ぁ-ヺー';
/** Controls and the place of an object, nothing to a reader; a broken byte or what was NUL only between two letters. */
const NOTHING = new RegExp(`(?![\\t\\n\\r])\\p{Cc}|[\\ufff9-\\ufffc]|(?<=[${JAPANESE}])\\ufffd(?=[${JAPANESE}])`, 'gu');
/** Drawn through, under, around or above a letter: Japanese has none but the marks of voice. */
const STRUCK = new RegExp(`(?<=[${JAPANESE}ｦ-ﾟ\\u3099\\u309a])(?:(?![\\u3099\\u309a])\\p{M})+`, 'gu');

export const dropInvisible = pass(UNUSUAL, [
  { pattern: INVISIBLE_CHARACTERS, to: '' },
  { pattern: NOTHING, to: '' },
  { pattern: STRUCK, to: '' },
]);

const MARKS = '\\p{M}\\u309b\\u309c\\uff9e\\uff9f';
const JAMO = '\\u1100-\\u11ff\\u3131-\\u318e\\uffa0-\\uffdc';

/**
 * Every character that NFKC may change, together with the marks that compose with it: a wide class is only slower,
 * a narrow one would be wrong (`fold.test.ts` compares it with all of Unicode).
 */
const COMPATIBLE =
  '\\u00a0-\\u00be\\u0132-\\u0149\\u017f\\u01c4-\\u01f3\\u02b0-\\u02e4\\u02d8-\\u02dd\\u0340-\\u037e\\u0384-\\u0387' +
  '\\u03d0-\\u03f9\\u0587\\u0675-\\u0678\\u0958-\\u0fff\\u10fc\\u1d2c-\\u1dbf\\u1e9a\\u1e9b\\u1f71-\\u2bff\\u2c7c\\u2c7d' +
  '\\u2d6f-\\u2fff\\u3000\\u3036-\\u303a\\u309f\\u30ff\\u3190-\\u319f\\u3200-\\u33ff\\ua69c-\\ua7ff\\uab5c-\\uab69' +
  '\\uf900-\\ufaff\\ufb00-\\uffff\\u{10780}-\\u{107ba}\\u{1ccd6}-\\u{1ccf9}\\u{1d100}-\\u{1f2ff}\\u{1fbf0}-\\u{1fbf9}' +
  '\\u{2f800}-\\u{2fa1f}';
const CLUSTER = new RegExp(`[\\uac00-\\ud7a3]?[${JAMO}]+|[${COMPATIBLE}][${MARKS}]*|.?[${MARKS}]+`, 'gsu');

const composed = ([cluster]: RegExpExecArray): string =>
  cluster
    .replaceAll('\u309b', '\u3099') // alone NFKC would make a space of them
    .replaceAll('\u309c', '\u309a')
    .normalize('NFKC')
    .replace(/[\u3099\u309a]/g, '');
const halfWidth = ([wide]: RegExpExecArray): string =>
  wide.replace(/./gs, (unit) => (unit === '\u3000' ? ' ' : String.fromCharCode(unit.charCodeAt(0) - 0xfee0)));

/**
 * NFKC by clusters of a character and its marks; full-width ASCII, the common case, without them. A dakuten that
 * composes with nothing (あ゛) is dropped. Blanks become one space.
 */
const compose = pass(/[^\n\r\x20-\x7e\u3001-\u3035\u3041-\u3098\u309d\u309e\u30a0-\u30fe\u4e00-\u9fff]/, [
  { pattern: new RegExp(`[\\u3000\\uff01-\\uff5e](?![${MARKS}])`, 'gu'), to: halfWidth },
  { pattern: CLUSTER, to: composed },
]);
const oneSpace = pass(/ {2}|[^\S\r\n ]/, [{ pattern: /[^\S\r\n]{2,}|[^\S\r\n ]/g, to: ' ' }]);
export const normalizeWidth = (folded: Folded): Folded => oneSpace(compose(folded));

export const lowerCase = pass(/[A-Z]|[^ -~\n\r\u3000-\u9fff]/, [
  { pattern: /\p{Lu}+/gu, to: ([letters]) => letters.toLowerCase() },
]);

// Old and variant forms that stand for one modern character only, pair by pair; mostly seen in names.
const VARIANTS =
  '亞亜惡悪壓圧圍囲醫医壹壱飮飲隱隠榮栄營営衞衛驛駅圓円鹽塩應応歐欧毆殴櫻桜奧奥假仮價価畫画會会懷懐繪絵擴拡殼殻覺覚學学' +
  '嶽岳樂楽氣気歸帰龜亀戲戯犧犠舊旧據拠擧挙峽峡挾挟狹狭曉暁區区驅駆勳勲惠恵溪渓經経繼継莖茎輕軽鷄鶏藝芸缺欠儉倹劍剣' +
  '圈圏檢検權権獻献縣県險険顯顕驗験嚴厳廣広恆恒鑛鉱號号國国齋斎濟済碎砕雜雑參参慘惨棧桟蠶蚕贊賛殘残齒歯兒児辭辞濕湿' +
  '實実舍舎寫写壽寿收収從従澁渋獸獣縱縦肅粛處処敍叙奬奨將将燒焼稱称證証乘乗剩剰壤壌孃嬢條条淨浄疊畳穰穣讓譲釀醸囑嘱' +
  '觸触寢寝愼慎眞真盡尽圖図粹粋醉酔隨随髓髄數数樞枢聲声靜静齊斉攝摂竊窃專専戰戦淺浅潛潜纖繊踐践錢銭禪禅雙双壯壮搜捜' +
  '插挿爭争總総聰聡莊荘裝装騷騒臟臓藏蔵屬属續続墮堕體体對対帶帯滯滞臺台瀧滝擇択澤沢單単擔担膽胆團団彈弾斷断癡痴遲遅' +
  '晝昼蟲虫鑄鋳廳庁聽聴鎭鎮遞逓鐵鉄轉転點点傳伝黨党盜盗燈灯當当鬪闘德徳獨独讀読屆届繩縄貳弐惱悩腦脳霸覇廢廃拜拝賣売' +
  '麥麦發発髮髪拔抜蠻蛮祕秘濱浜甁瓶拂払佛仏竝並變変邊辺邉辺舖舗穗穂豐豊沒没飜翻槇槙萬万滿満默黙譯訳藥薬與与豫予餘余' +
  '譽誉搖揺樣様謠謡來来賴頼亂乱覽覧龍竜兩両獵猟壘塁勵励禮礼靈霊齡齢戀恋爐炉勞労樓楼祿禄亙亘灣湾瑤瑶髙高﨑崎栁柳';
const MODERN = new Map(VARIANTS.match(/../gsu)?.map((pair) => [pair[0]!, pair[1]!]));
const OLD = new RegExp(`[${[...MODERN.keys()].join('')}]`, 'g');

export const modernKanji = (folded: Folded): Folded => rewrite(folded, OLD, ([old]) => MODERN.get(old) ?? old);
