import { languageFile } from '../../util/language-files.ts';
import type { Form, Forms, Inflection } from './forms.ts';

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

type ByName = 'ichidan' | 'kureru' | 'suru' | 'kuru' | 'kurukanji' | 'masu' | 'adjective' | 'nai' | 'da' | 'desu';

/** As they are written: what stands after the stem, `_` for the stem itself, then the forms that it is. */
const { inflections } = languageFile<{ readonly inflections: Readonly<Record<ByName, readonly string[]>> }>(
  'endings.yaml',
);

const named = (name: ByName): Forms =>
  inflections[name].map((written) => {
    const [ending = '', ...forms] = written.split(' ');
    return [ending === '_' ? '' : ending, ...(forms as Form[])] as const;
  });

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
  ichidan: named('ichidan'),
  kureru: named('kureru'),
  suru: named('suru'),
  kuru: named('kuru'),
  kurukanji: named('kurukanji'),
  masu: named('masu'),
  adjective: named('adjective'),
  nai: named('nai'),
  da: named('da'),
  desu: named('desu'),
};
