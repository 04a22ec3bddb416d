import type { Line } from './lines.ts';

/** What quoted lines of one kind begin with; `bar` and `initials` count only beside another line of their kind. */
export type QuoteMark = 'angle' | 'bar' | 'initials';

const ANGLE = /^[ \t\u3000]{0,3}[>＞](?!\s?[_<＜:;])/; // >_< and ＞＜ are faces
const ADDRESSED = /^[ \t\u3000]{0,3}＞\s*\S{1,12}(?:さん|様|殿|さま|ちゃん|各位)\s*$/; // ＞山田さん calls somebody
const BAR = /^[ \t\u3000]{0,3}[|｜](?!.*[|｜])/; // more bars are a table
const INITIALS = /^[A-Z]{1,3}[>＞]/;

export function quoteMark({ text }: Line): QuoteMark | null {
  if (ANGLE.test(text)) return ADDRESSED.test(text) ? null : 'angle';
  if (BAR.test(text)) return 'bar';
  return INITIALS.test(text) ? 'initials' : null;
}

const ADDRESS = '[<＜(（\\[]?(?:mailto:)?[^<>\\s@]{1,64}@[^<>\\s@]{1,255}[>＞)）\\]]?';

/** Lines that announce the quoted lines right below them; matched on up to three lines run together. */
const ANNOUNCING: readonly RegExp[] = [
  /^(?:On|Le|Am|El)\b.{4,300}(?:wrote|écrit|schrieb|escribió) ?[:：]?$/i,
  /^[-\s]*(?:\d{4}[年./-]|\d{1,2}月\d{1,2}日|\d{1,2}[./-]\d).{2,200}[:：]$/, // Gmail: 2025年1月8日(水) 9:12 山田 <…>:
  /^\d{1,2}月\d{1,2}日.{0,30}(?:サポート|回答|返信)$/,
  /^.{1,200}(?:は|が)(?:、)?.{0,40}書(?:きました|いた)[:：。]?$/,
  /^.{0,200}(?:メッセージ|メール|発言)(?:にて|で)?[:：]?$/, // Apple Mail, Thunderbird, Becky!
  /^.{0,200}\bwrote ?[:：]?$/i,
  /^.{0,200}(?:写道|寫道) ?[:：]$/,
  new RegExp(`^.{0,120}${ADDRESS}.{0,60}[:：]$`),
];

/** Lines that announce a quotation even where the mailer put no marks before its lines. */
const ANNOUNCING_UNMARKED: readonly RegExp[] = [
  /^On\b.{0,60}\d.{4,240}\bwrote ?[:：]$/i,
  new RegExp(`^\\d{4}[年./-].{4,160}${ADDRESS}.{0,40}[:：]$`),
  /^\d{4}[年./-]\d.{4,160}の(?:メール|メッセージ)[:：]$/,
  /^\d{4}[年./-]\d.{4,160}さんは書きました[:：]$/,
  /^.{2,120}さんは書きました\s?[（(].{4,80}[)）][:：]$/,
];

export const announcesUnmarked = (text: string): boolean =>
  /[:：)）]$/.test(text) && ANNOUNCING_UNMARKED.some((pattern) => pattern.test(text));
export const announcesMarked = (text: string): boolean =>
  announcesUnmarked(text) ||
  (/[:：。）)>＞eéて言返答ジルトた]$/.test(text) && ANNOUNCING.some((pattern) => pattern.test(text)));

/** -----Original Message-----, ---- 元のメッセージ ----, ---------- 転送メッセージ ----------, Begin forwarded message: */
const SEPARATOR =
  /^\s*(?:[-－ー―─=＝_]{2,}\s*(?:original message|original appointment|forwarded (?:message|by)|元のメッセージ|元のメール|転送(?:された)?(?:メッセージ|メール)|返信元(?:メッセージ|メール)?|受信(?:メッセージ|メール)|原始邮件|轉寄郵件|转发邮件).{0,120}|begin forwarded message ?[:：]|転送されたメッセージ ?[:：])\s*$/i;
export const isSeparator = ({ text }: Line): boolean =>
  text.length <= 200 && /^\s*[-－ー―─=＝_b転]/i.test(text) && SEPARATOR.test(text);

type Field = 'from' | 'date' | 'to' | 'subject';
const FIELDS: readonly (readonly [Field, RegExp])[] = [
  ['from', /^(?:差出人|送信者|送信元|発信者|from|发件人|寄件者)$/i],
  ['date', /^(?:送信日時|送信日|日時|日付|受信日時|sent|date|发送时间|日期)$/i],
  ['to', /^(?:宛先|送信先|to|cc|bcc|reply-to|返信先|收件人|抄送)$/i],
  ['subject', /^(?:件名|題名|表題|subject|主题|主旨|importance|重要度|添付ファイル|attachments)$/i],
];

/** Which header of a quoted message a line repeats (差出人: …, *From:* …); null when it is none. */
export function headerField({ text }: Line): Field | null {
  const name = /^[\s*]{0,4}([^\s:：*]{2,14}?)\s?\*?\s?[:：](?:\*|\s|.)/.exec(text.slice(0, 60))?.[1];
  if (name === undefined) return null;
  return FIELDS.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}
