import { isBlank, isRuler, type Line } from './lines.ts';

/** Notices stand at the end; a mail about confidentiality in its first lines is about confidentiality. */
const TAIL_LINES = 40;
const MAX_CHARACTERS = 2500;

const MAIL = '(?:本|この|当|当該)(?:電子)?(?:メール|ｅメール|eメール|通信|メッセージ)';
const POLITE = '(?:ください|下さい|お願い.{0,12}|いたします|致します|ます|ません|です|でございます|幸いです)';

/** A whole sentence of a notice, from its subject to its polite end: 開示したら殺す is none. */
const JAPANESE: readonly RegExp[] = [
  new RegExp(`^.{0,40}${MAIL}.{0,60}(?:機密|秘密|個人)(?:の)?情報.{0,40}${POLITE}$`),
  new RegExp(
    `^.{0,40}(?:誤って|誤送信|誤配信|手違い|心当たりの(?:ない|無い)|宛先.{0,12}(?:でない|以外|ではない|異なる)).{0,60}(?:削除|破棄|廃棄|消去|連絡|通知|知らせ|返信).{0,40}${POLITE}$`,
  ),
  new RegExp(
    `^.{0,40}(?:無断|許可なく|許可無く|承諾なく|同意なく|事前の(?:承諾|許可)).{0,30}(?:転載|複製|転送|開示|利用|使用|配布|閲覧|引用|公開).{0,30}(?:禁止?|断り|遠慮|控え|違法).{0,16}${POLITE}$`,
  ),
  new RegExp(`^.{0,20}${MAIL}.{0,40}(?:宛先|名宛人|受信者|受取人).{0,20}(?:以外|のみ|だけ).{0,50}${POLITE}$`),
  new RegExp(`^.{0,20}${MAIL}.{0,40}(?:第三者|部外者).{0,16}(?:開示|漏).{0,20}(?:禁|断り|遠慮|控え).{0,12}${POLITE}$`),
  new RegExp(`^.{0,20}${MAIL}(?:アドレス)?は?.{0,10}送信専用.{0,50}${POLITE}$`),
  /^.{0,16}(?:配信停止|購読解除|登録解除|配信の停止).{0,20}(?:こちら|下記|https?:).{0,200}$/,
];
const COMPANION =
  /^(?:※?.{0,10}(?:ご理解|ご協力|ご了承|ご容赦).{0,20}(?:いたします|致します|ください|ありがとうございます|願います)|※)$/;

const ENGLISH: readonly RegExp[] = [
  /\b(?:this|the) (?:e-?mail|message|communication|transmission|information)\b.{0,160}\b(?:confidential|privileged|intended|solely)\b/i,
  /\b(?:intended|named|designated) (?:recipients?|addressees?)\b/i,
  /\breceived (?:this|it|the).{0,60}\b(?:in error|by mistake)\b/i,
  /\b(?:delete|destroy) (?:it|this|the|all|any) ?(?:e-?mail|message|copies|copy|communication|from)?\b.{0,100}/i,
  /\bunauthori[sz]ed\b.{0,60}\b(?:use|disclosure|copying|review|distribution|dissemination)\b/i,
  /\b(?:disclosure|copying|distribution|dissemination)\b.{0,100}\bprohibited\b/i,
  /\bconsider the environment\b/i,
  /^(?:confidentiality notice|disclaimer|important notice|notice)\b.{0,20}$/i,
];
/** No notice speaks for a person: what does stays own. */
const PERSONAL = /\b(?:I|I'll|kill|idiots?|stupid|die|my)\b/i;

const LIST_FOOTER =
  /^\s*(?:You received this message because you are subscribed|To unsubscribe from this (?:group|list)|To (?:post|view this discussion)\b.{0,40}(?:group|on the web)|このメールは.{0,20}(?:グループ|メーリングリスト).{0,40}(?:登録|配信|送信)|[\w .-]{2,60} mailing list\s*$|https?:\/\/\S+\/listinfo\/\S+|[\w-]+@[\w.-]*(?:lists?|ml)\.[\w.-]+\s*$)/i;

/** Without one of these no pattern above can match. */
const HINT =
  /機密|秘密|個人|誤|手違い|心当たり|無断|許可|承諾|同意|宛|受信者|受取人|第三者|部外者|送信専用|配信|購読|登録解除|confiden|privileg|intended|solely|recipient|addressee|in error|by mistake|unauthori|prohibit|environment|notice|disclaimer|delete|destroy/i;

function isNotice(text: string): boolean {
  if (text.length > MAX_CHARACTERS || !HINT.test(text)) return false;
  const sentences = text
    .split(/[。．]|(?<=[a-z)])[.:](?=\s|$)/)
    .map((sentence) => sentence.replace(/^[\s※*＊【[]+|[\s】\]]+$/g, ''))
    .filter((sentence) => sentence !== '');
  const notices = sentences.filter(
    (sentence) =>
      JAPANESE.some((pattern) => pattern.test(sentence)) ||
      (!PERSONAL.test(sentence) && ENGLISH.some((pattern) => pattern.test(sentence))),
  );
  const companions = sentences.filter((sentence) => COMPANION.test(sentence));
  return notices.length > 0 && notices.length + companions.length === sentences.length;
}

/** Which of the lines [from, to) are confidentiality notices and mailing-list footers; every sentence must be one. */
export function noticeLines(lines: readonly Line[], from: number, to: number): Set<number> {
  const found = new Set<number>();
  const take = (start: number, end: number): void => {
    for (let i = start; i < end; i++) found.add(i);
  };
  let end = to;
  const first = Math.max(from, to - TAIL_LINES);
  while (end > first) {
    if (isBlank(lines[end - 1]) || isRuler(lines[end - 1]!)) {
      end--;
      continue;
    }
    let start = end - 1;
    while (start > first && !isBlank(lines[start - 1]) && !isRuler(lines[start - 1]!)) start--;
    const paragraph = lines.slice(start, end).map(({ text }) => text.trim());
    if (isNotice(join(paragraph))) take(start, end);
    else {
      paragraph.forEach((line, i) => {
        if (LIST_FOOTER.test(line.slice(0, 300)) || isNotice(line)) found.add(start + i);
      });
    }
    end = start;
  }
  return found;
}

/** Hard-wrapped lines put together again; a short line or one before a new ※ ends its sentence. */
const join = (lines: readonly string[]): string =>
  lines.reduce((text, line, i) => {
    const above = lines[i - 1]!;
    if (above.length < 17 || /^[※・*＊]|https?:|^〒/.test(line)) return `${text}。${line}`;
    return /[!-~]$/.test(above) && /^[!-~]/.test(line) ? `${text} ${line}` : text + line;
  });
