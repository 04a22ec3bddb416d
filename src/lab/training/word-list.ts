/** The baseline that everyone tries first: a mail is suspicious when any of fifty bad words stands in it. */
// biome-ignore format: ten words a line
const BAD_WORDS = [
  '死ね', '殺す', '殺すぞ', '殴る', 'ぶっ殺', '消えろ', 'くたばれ', '馬鹿', 'バカ', 'ばか',
  'アホ', 'あほ', 'ボケ', 'カス', 'クズ', 'ゴミ', '無能', '役立たず', 'クソ', '糞',
  '土下座', '謝罪しろ', '誠意を見せろ', '責任取れ', '訴える', '潰す', '潰れろ', '晒す', '拡散', '炎上',
  '詐欺', '泥棒', 'ブス', 'デブ', 'ハゲ', 'キモい', 'ウザい', '気持ち悪い', 'うるさい', '黙れ',
  'ふざけるな', 'なめるな', 'いい加減にしろ', '覚悟しろ', '許さない', '辞めろ', 'クビ', '頭おかしい', 'お前', 'てめえ',
];

export const hasBadWord = (text: string): boolean => BAD_WORDS.some((word) => text.includes(word));
