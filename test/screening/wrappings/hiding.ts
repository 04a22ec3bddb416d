import { mail, text } from '../../support/mime.ts';

/** One way of writing that a reader sees through: the words of a threat, given by what is said and by its sound. */
export interface Hiding {
  readonly name: string; // reads as "threats …"
  readonly hide: (threat: Threat) => Buffer;
}

export interface Threat {
  readonly words: string;
  readonly sound: string; // in hiragana, with a blank between words
}

/** From an order with a threat behind it to the gravest, each surfaced when it is written plainly. */
export const HIDDEN_THREATS: readonly Threat[] = [
  { words: 'お前を殺しに行く。', sound: 'おまえ を ころし に いく' },
  { words: 'お前の家に火をつけてやる。', sound: 'おまえ の いえ に ひ を つけて やる' },
  { words: '夜道に気をつけろよ。', sound: 'よみち に き を つけろ よ' },
  { words: 'ただで済むと思うなよ。', sound: 'ただ で すむ と おもう な よ' },
  { words: 'ぶっ殺すぞ。', sound: 'ぶっころす ぞ' },
  { words: 'お前ら全員土下座しろ。', sound: 'おまえら ぜんいん どげざ しろ' },
  { words: '痛い目に遭わせてやる。', sound: 'いたいめ に あわせて やる' },
  { words: 'お前の顔は覚えたからな。', sound: 'おまえ の かお は おぼえた からな' },
];

/** As the body of a mail in plain text. */
export const hidden = (name: string, words: (threat: Threat) => string): Hiding => ({
  name,
  hide: (threat) => mail(text(words(threat))),
});

/** The letters of a threat without the full stop. */
export const lettersOf = ({ words }: Threat): string[] => [...words.replace('。', '')];
