import { type Row, row } from './row.ts';

/** Contractions, and what Kansai, Chugoku, Kyushu, Tohoku and Nagoya say instead. */
export const colloquial: readonly Row[] = [
  row('command', 'T', 'とき ときや ときい ときいや', 'M'), // 黙っとき
  row('ing', 'T', 'て', 'ichidan'), // 殺してる
  row('ing', 'T', 'と ちょ よ', 'r'), // 殺しとる, 殺しちょる
  row('ready', 'T', 'と ちょ', 'k'), // 殺しとく
  row('away', 'T', 'ちま ちゃ てま ても ちも', 'w'), // 殺しちまう, 殺しちゃう, 殺してまう
  row('away', 'T', 'てもう てしもう ちもう', 'T'), // 殺してもうた
  row('away', 'Te', 'しもう', 'T'),
  row('give', 'T', 'た', 'taru'), // 殺したる
  row('give', 'T', 'ちゃ', 'r'), // 殺したる, 殺しちゃる
  row('give', 'T', 'たりましょう たりましょ たりまひょ たろう たろ ちゃろう ちゃろ てこまそ', 'O'), // 殺したろか: give in the volitional
  row('give', 'T', 'ておまっ', 'U'),
  row('give', 'T', 'たって たってん', 'Te'),
  row('give', 'T', 'たげ', 'ichidan'), // 殺したげる
  row('give', 'T', 'てこま', 's'), // いてこます
  row('please', 'T', 'たって', 'Te'),
  row(
    'please',
    'T',
    'てや てえな てぇな てんか てつかあさい てつかさい てつかーさい てごしない てけろ てけれ てけさい てけんろ',
    'M',
  ),
  row(
    'please',
    'T',
    'てくんさい てくんしゃい てくだはれ てくだせえ てくれん てくりゃあ てちょう てちょ てちょーよ ておくれ',
    'M',
  ),
  row('please', 'T', 'たってや たってえな たって', 'M'),
  row('command', 'A Az', 'んけ', 'M'), // 返さんけ, behind 返さんけど
  row('command', 'N', 'かい かえ', 'M'),
  row('command', 'I', 'んしゃい らっしゃい さい らい ろや', 'M'), // 食べんしゃい
  row('command', 'E', 'じゃ', 'M'),
  row('explain', 'U Ta', 'ねん てん のや んや んじゃ のじゃ とよ', 'X'), // 殺すねん
  row('explain', 'T', 'てん', 'X'), // 殺してん
  row('not', 'N', 'といて とって といてや とってや とい', 'Te'), // 来んといて
];
