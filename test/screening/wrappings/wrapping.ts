/** One way in which a threat has reached a reader and not the judge. */
export interface Wrapping {
  readonly name: string; // reads as "a threat that is …"
  /** The mail, as it comes from the server. */
  readonly wrap: (threat: string) => Buffer;
  /** `urgent`: the words are shown whole and judged so. `grey`: something had to be cut, and a person is told. */
  readonly least: 'urgent' | 'grey';
  /** Of megabytes: tried with one threat instead of all. */
  readonly large?: boolean;
}

/** What is judged as it is shown, by a name and the mail around the threat. */
export const whole = (name: string, wrap: Wrapping['wrap']): Wrapping => ({ name, wrap, least: 'urgent' });

/** Judged as it is shown, of megabytes. */
export const large = (name: string, wrap: Wrapping['wrap']): Wrapping => ({ ...whole(name, wrap), large: true });

/** What is too long to be judged as a whole. */
export const cut = (name: string, wrap: Wrapping['wrap']): Wrapping => ({ name, wrap, least: 'grey', large: true });

/** Each alone is 至急. */
export const THREATS = [
  'お前を殺しに行く。',
  '担当の山田を刺し殺してやる。',
  'お前の家に火をつけて焼き殺す。',
] as const;

/** Everyday words to stand around a threat: nothing of them is flagged, however often they are said. */
export const everyday = (line: number): string =>
  `${line}件目のご注文につきまして、納品書と請求書を別便でお送りいたします。ご査収のほどよろしくお願いいたします。`;

export const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index + 1)).join('\n');
