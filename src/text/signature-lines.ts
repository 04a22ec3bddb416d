/** Signs of a line that only tells how to reach somebody. */
const CONTACT: readonly RegExp[] = [
  /(?:tel|fax|phone|mobile|direct|電話|携帯|ファックス|ＴＥＬ|ＦＡＸ|内線|直通|代表|☎|℡)[^\d０-９]{0,8}[+(（]?[\d０-９]{2}/i,
  /(?:^|\D)0\d{1,4}-\d{1,4}-\d{3,4}(?:\D|$)/,
  /〒|^\s*\d{3}-\d{4}(?:\D|$)/,
  /[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,100}/,
  /https?:\/\/|(?:^|\s)www\./i,
  /株式会社|有限会社|合同会社|合資会社|[（(][株有][）)]|㈱|㈲|(?:社団|財団|学校|医療|社会福祉|独立行政)法人|\b(?:Inc|Ltd|LLC|Corp|GmbH|K\.K)\b\.?/,
];
const COMPANY_NAME =
  /(?:株式会社|有限会社|合同会社|[（(]株[）)]|㈱)\s?[^\s。、!?！？]{1,12}|[^\s。、!?！？]{1,12}(?:株式会社|有限会社|合同会社|[（(]株[）)]|㈱)/g;
const READING = /[（(][ぁ-んァ-ヶー・\s]{1,20}[）)]/g;
const MACHINE = /https?:\/\/\S+|www\.\S+|[\w.+-]{1,64}@[\w.-]{1,100}/g;
const LABELS = /の|お|ご|から|まで|より|こちら|および/g;

/** No verb and no particle is left once labels, company names, readings and addresses are taken away. */
function isPlain(text: string): boolean {
  const rest = text.replace(MACHINE, ' ').replace(READING, ' ').replace(COMPANY_NAME, ' ').replace(LABELS, '');
  return !/[ぁ-ん]|[。！？!?]/.test(rest) && !/(?:\b[a-z]{2,}\b[\s,]+){3}/.test(rest);
}

/** A line of a signature that shows it to be one: phone, postal code, address, URL, company. */
export const isContact = (text: string): boolean =>
  text.length <= 120 && CONTACT.some((pattern) => pattern.test(text)) && isPlain(text);

/** A line that may be a name, a department or a title; only beside contact lines does it belong to a signature. */
export const isName = (text: string): boolean => {
  const trimmed = text.trim();
  if (trimmed.length === 0 || trimmed.length > 40 || !isPlain(trimmed)) return false;
  const latin = /^[A-Z][\w.,'’()&/-]*(?:\s+[A-Z&(|][\w.,'’()&/-]*){0,7}$/;
  return latin.test(trimmed) || (/\p{Script=Han}/u.test(trimmed) && !/[、，：:]/.test(trimmed));
};

const DEVICE =
  /^\s*(?:(?:(?:私の|My )?(?:iPhone|iPad|Android|Galaxy|Xperia|AQUOS|スマートフォン|スマホ|携帯(?:電話)?|タブレット)[^。]{0,20}から(?:の)?送信(?:されました|しました)?|(?:Outlook|Gmail|Yahoo!?メール)[^。]{0,30}から送信(?:されました)?)。?|Sent from (?:my |Mail for |Outlook |Yahoo )?[\w .'!-]{2,40}|(?:Get|Download) Outlook for .{2,60}|(?:iOS|Android) ?版? ?Outlook を入手.{0,80}|Outlook for (?:iOS|Android)を入手.{0,80})\s*$/i;

/** iPhoneから送信, Sent from my …: added by the device. */
export const isDeviceLine = (text: string): boolean => text.length <= 150 && DEVICE.test(text);

/** Too much of a sentence for a signature. */
export const isSentence = (text: string): boolean =>
  /[。！？!?]|(?:ます|です|ください|下さい|ません|ました|でした|だろう|だぞ|しろ|します)\s*$/.test(text) ||
  text.trim().length > 60;

const POLITE = '(?:です|ます|ました|ません|いたします|致します|いたしました|申し上げます|ください|下さい)';

/** Lines that greet, name, close or hand on, and say nothing by themselves. */
const FORMULAS: readonly RegExp[] = [
  /^.{0,20}お世話に?(?:な|成)(?:って|り|っており|ります).{0,12}$/,
  /^(?:いつも|毎度)?.{0,8}(?:お疲れ(?:様|さま)|ご苦労様).{0,8}$/,
  /^.{0,24}(?:よろしく|宜しく)(?:ご.{1,8}の(?:ほど|程)[、，]?)?(?:お願い)?.{0,12}$/,
  /^[^、。，．!?！？]{1,30}(?:様|さま|殿|御中|各位|先生|さん)[、，]?$/,
  /^[^、。，．!?！？]{1,30}の[\p{sc=Han}ぁ-んァ-ヶー]{1,8}(?:です|でございます|と申します)$/u,
  new RegExp(`^(?:以下|下記|上記|標記|添付)?.{0,10}(?:転送|回送|共有).{0,6}${POLITE}$`),
  new RegExp(`^(?:以下|下記|上記|標記).{0,12}(?:ご?(?:確認|参照|査収|連絡|報告)|ご覧).{0,8}${POLITE}?$`),
  /^(?:取り急ぎ|まずは)?.{0,6}(?:ご参考|ご参考まで(?:に)?|参考まで(?:に)?|以上|拝啓|敬具|草々|前略|こんにちは|こんばんは|おはようございます|はじめまして|初めまして)(?:です)?$/,
  /^(?:hi|hello|dear|good (?:morning|afternoon|evening))\b.{0,30}$/i,
  /^(?:(?:best|kind|warm) )?(?:regards|wishes)|^(?:many )?thanks?(?: you)?|^(?:yours )?sincerely|^cheers|^fyi|^(?:please )?see below/i,
];
const FORMULA_CHARACTERS = 60;

/** A line that greets, names, closes or hands on. */
export const isFormula = (line: string): boolean => {
  const words = line.replace(/[\s。．.!！、,，…]+$/u, '').trim();
  if (!/[\p{L}\p{N}]/u.test(words)) return true;
  return words.length <= FORMULA_CHARACTERS && FORMULAS.some((formula) => formula.test(words));
};
