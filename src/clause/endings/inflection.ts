import { ADJECTIVE, NOT } from './adjectives.ts';
import type { Forms, Inflection } from './forms.ts';

const ROWS = {
  k: 'かきくけこ',
  g: 'がぎぐげご',
  s: 'さしすせそ',
  t: 'たちつてと',
  n: 'なにぬねの',
  b: 'ばびぶべぼ',
  m: 'まみむめも',
  r: 'らりるれろ',
  w: 'わいうえお',
} as const;

const SOUND_CHANGES = { k: 'い', g: 'い', s: 'し', t: 'っ', n: 'ん', b: 'ん', m: 'ん', r: 'っ', w: 'っ' } as const;

function fiveStep(row: keyof typeof ROWS): Forms {
  const [a, i, u, e, o] = ROWS[row].split('') as [string, string, string, string, string];
  const voiced = 'gnbm'.includes(row);
  return [
    [u, 'U'],
    [e, 'M', 'E', 'P'],
    [a, 'A', 'Av', 'Az'],
    [i, 'I'],
    [SOUND_CHANGES[row], voiced ? 'D' : 'T'],
    [`${o}う`, 'O'],
    [o, 'O'],
    [`${e}え`, 'M'],
    [`${i}ゃ`, 'Ba'], // 殺しゃいい, 行きゃ
    [`${i}ゃあ`, 'Ba'],
    ...(row === 'r'
      ? ([
          ['ん', 'N'],
          ['っと', 'No'],
          ['っけん', 'X'],
          ['っから', 'X'], // やっから
        ] as Forms)
      : []), // 分かんない, なめとっと
    ...(row === 's' ? ([['い', 'T']] as Forms) : []), // 殺いたる
    ...(row === 'w' ? ([['う', 'T']] as Forms) : []), // 言うた
  ];
}

const ONE_STEP: Forms = [
  ['る', 'U'],
  ['ろ', 'M'],
  ['よ', 'Os'],
  ['よう', 'O'],
  ['ん', 'N'],
  ['', 'A', 'A1', 'Az', 'I', 'T'],
  ['れ', 'E', 'M'],
  ['りゃ', 'Ba'],
  ['りゃあ', 'Ba'],
];

export const INFLECTIONS: Readonly<Record<Inflection, Forms>> = {
  k: fiveStep('k'),
  iku: [...fiveStep('k').filter(([, form]) => form !== 'T'), ['っ', 'T']],
  g: fiveStep('g'),
  s: fiveStep('s'),
  t: fiveStep('t'),
  n: fiveStep('n'),
  b: fiveStep('b'),
  m: fiveStep('m'),
  r: fiveStep('r'),
  w: fiveStep('w'),
  taru: fiveStep('r').filter(([, form]) => form !== 'I' && form !== 'N'), // 殺したり is a list
  irassharu: [...fiveStep('r'), ['い', 'M', 'I']],
  ichidan: ONE_STEP,
  kureru: [['', 'M'], ['や', 'M'], ...ONE_STEP, ['え', 'M']],
  suru: [
    ['する', 'U'],
    ['しろ', 'M'],
    ['せよ', 'M'],
    ['せえ', 'M', 'Az'],
    ['せい', 'M'],
    ['せぇ', 'M'],
    ['しい', 'M', 'A'],
    ['すれ', 'E'],
    ['しよう', 'O'],
    ['しよ', 'O'],
    ['し', 'A', 'I', 'T'],
    ['さ', 'Av'],
    ['せ', 'Az', 'M'],
    ['すりゃ', 'Ba'],
    ['すりゃあ', 'Ba'],
    ['すん', 'N'],
  ],
  kuru: [
    ['くる', 'U'],
    ['こい', 'M'],
    ['こよう', 'O'],
    ['こよ', 'O'],
    ['こ', 'A', 'A1', 'Az'],
    ['き', 'I', 'T'],
    ['くれ', 'E'],
    ['くりゃ', 'Ba'],
    ['くん', 'N'],
  ],
  kurukanji: [
    ['来る', 'U'],
    ['来い', 'M'],
    ['来よう', 'O'],
    ['来', 'A', 'A1', 'Az', 'I', 'T'],
    ['来れ', 'E'],
    ['来りゃ', 'Ba'],
    ['来ん', 'N'],
  ],
  masu: [
    ['ます', 'U'],
    ['ませ', 'Az', 'M'],
    ['まし', 'T'],
    ['ましょう', 'O'],
    ['ましょ', 'O'],
    ['まっ', 'U'], // まっせ
    ['まへ', 'Az'],
  ],
  adjective: ADJECTIVE,
  nai: NOT,
  da: [
    ['だ', 'U'],
    ['です', 'U'],
    ['である', 'U'],
    ['であり', 'I'],
    ['でございます', 'U'],
    ['っす', 'U'],
    ['や', 'U'],
    ['じゃ', 'U'],
    ['だっ', 'T'],
    ['やっ', 'T'],
    ['じゃっ', 'T'],
    ['でし', 'T'],
    ['だろう', 'O'],
    ['だろ', 'O'],
    ['でしょう', 'O'],
    ['でしょ', 'O'],
    ['やろ', 'O'],
    ['やろう', 'O'],
    ['じゃろ', 'O'],
    ['じゃろう', 'O'],
    ['だべ', 'O'],
    ['で', 'Te'],
    ['な', 'U'],
  ],
  desu: [
    ['です', 'U'],
    ['でし', 'T'],
    ['でしょう', 'O'],
    ['でしょ', 'O'],
    ['っす', 'U'],
    ['どす', 'U'],
  ],
};
