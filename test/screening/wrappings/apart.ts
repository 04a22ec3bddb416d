import { type Hiding, hidden, lettersOf } from './hiding.ts';

/** Each stands between all letters of a threat. */
const SIGNS = [
  ...['|', '｜', ',', '、', '-', '－', '‐', '–', '・', '･', '·', '.', '..', '…', '。', '．', ':', ';', '/', '／', '\\'],
  ...['♪', '♫', '+', '＋', '~', '〜', '_', '＿', '=', '＝', '*', '＊', '※', '#', '@', '^', '%', '&', '$', '!', '?'],
  ...['x', 'ｘ', 'w', 'ｗ', 'z', '1', '０', '○', '●', '□', '◆', '★', '→', '>', '＞', '"', "'", '`', '°', '´', '¨'],
  ...[')(', '）（', '][', '」「', '】【', '><', '><>', '--', ' - ', ' | ', ' / ', '^^', '☠', '🔪', '💀'],
];

const struck = (mark: string, name: string): Hiding =>
  hidden(name, (threat) =>
    lettersOf(threat)
      .map((one) => one + mark)
      .join(''),
  );

const boxed = (open: string, close: string, between = ''): Hiding =>
  hidden(`in boxes ${open}${close}${between}`, (threat) =>
    lettersOf(threat)
      .map((one) => open + one + close)
      .join(between),
  );

const byTwo = (threat: Parameters<typeof lettersOf>[0]): string[] => lettersOf(threat).join('').match(/..?/gu) ?? [];

/** Letters that a reader joins. */
export const APART: readonly Hiding[] = [
  ...SIGNS.map((sign) => hidden(`with ${sign} between the letters`, (threat) => lettersOf(threat).join(sign))),
  ...['\0', '\x1b', '\x7f', '\x80', '\x9f', '\ufffc', '\ufffd', '\x01', '\x0b', '\x0c', '\x1f'].map((control) =>
    hidden(`with U+${control.charCodeAt(0).toString(16)} between the letters`, (threat) =>
      lettersOf(threat).join(control),
    ),
  ),
  boxed('【', '】'),
  boxed('[', ']'),
  boxed('(', ')'),
  boxed('「', '」'),
  boxed('〔', '〕'),
  boxed('《', '》'),
  boxed('<', '>', ' '),
  boxed('[', ']', '-'),
  struck('\u0336', 'struck through'),
  struck('\u0335', 'struck through shortly'),
  struck('\u0338', 'struck through by a slash'),
  struck('\u0332', 'underlined'),
  struck('\u0333', 'underlined twice'),
  struck('\u0305', 'overlined'),
  struck('\u20dd', 'each in a circle'),
  struck('\u20de', 'each in a square'),
  struck('\u20e0', 'each behind a sign of prohibition'),
  struck('\u0307', 'with a dot above'),
  struck('\u0323\u0307', 'with dots above and below'),
  struck('\u0300\u0301\u0302\u0303', 'with a heap of marks'),
  hidden('two letters a line', (threat) => byTwo(threat).join('\n')),
  hidden('two letters a line, with empty lines', (threat) => byTwo(threat).join('\n\n')),
  hidden('a letter a line', (threat) => lettersOf(threat).join('\n')),
  hidden('a letter a line, with an empty line', (threat) => lettersOf(threat).join('\n\n')),
  hidden('a letter a line, with two empty lines', (threat) => lettersOf(threat).join('\n\n\n')),
  hidden('a letter a line, each with a bar', (threat) => lettersOf(threat).join('|\n')),
  hidden('with numbers that count between the letters', (threat) =>
    lettersOf(threat)
      .map((one, at) => `${one}${at % 10}`)
      .join(''),
  ),
  hidden(
    'apart below a greeting',
    (threat) => `お世話になっております。\n${lettersOf(threat).join('|')}\nよろしくお願いします。`,
  ),
];
