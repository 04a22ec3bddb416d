import type { Forms } from './inflection.ts';

/** 早い, and what is inflected like it: 殺したい, 死んでほしい. */
export const ADJECTIVE: Forms = [
  ['い', 'U'],
  ['かっ', 'T'],
  ['く', 'Ku'],
  ['くて', 'Te'],
  ['けれ', 'E'],
  ['きゃ', 'Ba'],
  ['けりゃ', 'Ba'],
  ['', 'St'],
  ['かろう', 'O'],
  ['え', 'U'],
  ['ぇ', 'U'],
  ['ー', 'U'],
  ['うて', 'Te'], // 怖うて
];

/** ない after a verb. */
export const NOT: Forms = [
  ['ないで', 'Te'],
  ['ねえで', 'Te'],
  ['ない', 'U'],
  ['ねえ', 'U'],
  ['ねぇ', 'U'],
  ['ねー', 'U'],
  ['なかっ', 'T'],
  ['ねかっ', 'T'],
  ['なく', 'Ku'],
  ['なくて', 'Te'],
  ['なければ', 'Ban'],
  ['なけりゃ', 'Ban'],
  ['なきゃ', 'Ban'],
  ['なくちゃ', 'Ban'],
  ['ねば', 'Ban'],
  ['ねえば', 'Ban'],
  ['なかろう', 'O'],
  ['なさ', 'St'],
];
