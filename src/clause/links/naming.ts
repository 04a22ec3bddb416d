import type { Phrase } from '../bunsetsu.ts';
import type { Head } from '../heads/index.ts';

/** 殺すはどういう意味ですか, ころすとは何ですか */
export const ASKED_WORD = /^[」』]?(?:は|とは)[ 、]?[^。!！?？]+(?:[?？]|(?:です|でしょう)か。?)$/;
export const SPACED = /[はがをにで] /;
export const isBehind = (noun: Phrase | null, at: number): boolean =>
  noun !== null && noun.start === at && noun.person === 'third' && !noun.somebody;
export const isHeld = ({ role, person, somebody }: Phrase): boolean =>
  person === 'third' && !somebody && (role === 'object' || role === 'subject' || role === 'topic');

/** 沈める、刺す、茹でる、といろいろある: one of several that are only named. */
export const isStep = (before: string, after: string): boolean =>
  MORE_STEPS.test(after) || (LAST_STEP.test(after) && /[うくぐすつぬぶむる]、[^、。]*$/.test(before));
const MORE_STEPS = /^(?:、[^、。]*[うくぐすつぬぶむる])+、(?:と(?!言|いう|いっ|書)|の|など)/;
const LAST_STEP = /^、(?:と(?!言|いう|いっ|書)|の|など)/;

/** 切るのに使う, 切るのに一時間かかる: what it takes to do it. */
export const isFor = (spelt: string, { lemma }: Head): boolean =>
  /[うくぐすつぬぶむる]のに$/.test(spelt) && SERVES.has(lemma);
const SERVES = new Set(
  '使う 使用する 用いる かかる 掛かる 要る 必要 便利 向く 適する 最適 役立つ 手間取る 苦労する'.split(' '),
);

export const NOMINAL: Readonly<Record<string, string>> = {
  thing: 'こと',
  no: 'の',
  mono: 'もの',
  for: 'ため',
  when: 'とき',
  extent: 'ほど',
  nearly: 'ところ',
  memory: '覚え',
  upto: 'まで',
  just: 'だけ',
  until: 'まで',
  soas: 'よう',
};
export const nominalWord = (names: readonly string[]): string =>
  NOMINAL[names.map((name) => name.split('.')[0]!).findLast((name) => name in NOMINAL) ?? ''] ?? 'の';

/** A chain that ends in a noun and its particle, and is no sentence by itself (殺すつもりだ, 殺すのか are). */
export function isNominal({ endings }: Head, after: string): boolean {
  if (/^(?:No|Q)$/.test(endings.form) && /^(?:$|[。．.!！?？」])/.test(after)) return false; // 殺すの?, 死にますように
  return /^(?:Nn|Np|No|Q)$/.test(endings.form) || /^until\.X$/.test(endings.names.at(-1)!);
}
