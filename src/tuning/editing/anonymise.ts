import type { Span, Tokenize } from '../../text/index.ts';

/** Called by these, but nobody's name. */
const ROLES_NOT_NAMES =
  /(?:お客|御客|皆|担当者?|店長|部長|課長|社長|所長|会長|専務|常務|主任|店員|社員|職員|責任者|上司|先生|弁護士|奥|娘|息子|お子|親|業者|各位|客|業者|警察|先方|相手|御社|貴社)$/;

const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, 'a@example.jp'],
  [/https?:\/\/[^\s、。）)」]+/g, 'https://example.jp/'],
  [/[^\s、。，．はがをにでとの「」（）]{1,20}(?:株式会社|有限会社|合同会社|（株）|\(株\)|㈱)/g, '例の会社'],
  [/(?:株式会社|有限会社|合同会社|（株）|\(株\)|㈱)[^\s、。，．はがをにでとの「」（）]{1,20}/g, '例の会社'],
];

/**
 * A sentence of a mail with what may tell who wrote it or of whom exchanged for invented words: names, companies, places, addresses,
 * numbers. A proposal to an author, who reads it once more; it promises nothing.
 *
 * @param kept the words that an example is about stay as they are
 */
export function anonymised(sentence: string, kept: Span, tokenize: Tokenize): string {
  const words = sentence.slice(kept.start, kept.end);
  const [head, tail] = [sentence.slice(0, kept.start), sentence.slice(kept.end)];
  return `${plain(head, tokenize)}${words.replace(/\d/g, '0')}${plain(tail, tokenize)}`.trim();
}

function plain(text: string, tokenize: Tokenize): string {
  let left = text;
  for (const [found, instead] of PLAIN) left = left.replace(found, instead);
  return withoutNames(left, tokenize).replace(/[\d０-９]/g, '0');
}

/** What tells of whom a proper noun is, as the tokenizer's dictionary classes it. */
const INSTEAD: Readonly<Record<string, string>> = { 人名: '佐藤', 組織: '例の会社', 地域: '東京' };
/** What the tokenizer takes for a name: parts of our own inventions, and (笑). */
const NO_NAMES = /^(?:example|jp|a|笑|怒|泣|汗|愛)$/i;
const CALLED = /([一-龯々ァ-ヺーA-Za-zＡ-Ｚ]{1,10})(さん|様|さま|氏|殿)/g;

function withoutNames(text: string, tokenize: Tokenize): string {
  let written = '';
  let at = 0;
  for (const { start, end, pos, surface } of tokenize(text)) {
    const instead = pos[1] === '固有名詞' && !NO_NAMES.test(surface) ? INSTEAD[pos[2] ?? ''] : undefined;
    if (instead === undefined) continue;
    const joined = written.endsWith(instead) && at === start; // 山田 太郎 is one person
    written += text.slice(at, start) + (joined ? '' : instead);
    at = end;
  }
  return (written + text.slice(at)).replace(CALLED, (all, name: string, called: string) =>
    ROLES_NOT_NAMES.test(name) ? all : `佐藤${called}`,
  );
}
