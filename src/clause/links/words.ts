import type { Phrase } from '../bunsetsu.ts';
import type { Head } from '../heads/index.ts';
import type { Role } from '../types.ts';
import { isSaying, isShouting, isThinking, isWords } from '../words/index.ts';
import type { Link } from './types.ts';

const SAID_BY: ReadonlySet<Role> = new Set(['to', 'from']);
const SHOUTED_BY: ReadonlySet<Role> = new Set(['subject', 'topic']);

/** 客に、出て行け、お前の飯は毒だと言われた, 客が殺すぞ、火をつけるぞと怒鳴った: all that somebody who is named was heard to say, one thing after another. */
export function amongWords(
  text: string,
  heads: readonly Head[],
  phrases: readonly Phrase[],
  links: readonly Link[],
  i: number,
): Link {
  const words = links[i + 1];
  const { endings, start } = heads[i]!;
  if (words?.kind !== 'words' || words.to === null || !/^[、,]/.test(text.slice(endings.end))) return { kind: 'none' };
  const { lemma, endings: told } = heads[words.to]!;
  const isSuffered = told.names.some((name) => name.startsWith('passive.'));
  const roles = isSuffered ? SAID_BY : SHOUTED_BY;
  const isNamed = phrases.some(({ reach, somebody, person, role, kinds }) => {
    if (reach > start || !roles.has(role)) return false;
    if (isSuffered) return person === 'third' ? somebody : person !== 'speaker';
    return person === 'third' && (somebody || kinds.length === 0);
  });
  return isNamed && (isSuffered || isShouting(lemma)) ? words : { kind: 'none' };
}

const NOT_ONLY_WORDS =
  /^(?:訴える|通報する|告発する|電話する|連絡する|送る|書く|報告する|相談する|投稿する|騒ぐ|出る|怒る)$/;

/** と, って, なんて after a predicate: words, thoughts, or "whenever". */
export function toOf(
  spelt: string,
  heads: readonly Head[],
  links: readonly Link[],
  main: number | null,
  i: number,
  noun: Phrase | null,
): Link {
  const next = i + 1 < heads.length ? i + 1 : null;
  if (noun !== null && isWords(noun.head) && !/と$/.test(spelt)) return { kind: 'words', to: next, noun: noun.head };
  for (let j = i + 1; j < Math.min(heads.length, i + 3); j++) {
    const { lemma } = heads[j]!;
    if (NOT_ONLY_WORDS.test(lemma) && /ないと$/.test(spelt)) break; // 返さないと訴える
    if (isSaying(lemma) || (noun !== null && isWords(noun.head)))
      return { kind: 'words', to: j, noun: noun?.head ?? null };
    if (isThinking(lemma)) return { kind: 'thought', to: j };
    if (links[j]?.kind !== 'linked') break;
  }
  if (/(?:とか|など|なんか)$/.test(spelt)) return { kind: 'list' };
  if (/(?:なんて|とは|って)$/.test(spelt))
    return next === null ? { kind: 'hearsay' } : { kind: 'nominal', noun: 'なんて', to: next };
  if (/と$/.test(spelt)) return { kind: 'condition', to: main };
  return { kind: 'none' };
}

export const wordsAfter = (nouns: ReadonlyMap<number, Phrase>, at: number): string | null => {
  const noun = nouns.get(at);
  return noun !== undefined && isWords(noun.head) ? noun.head : null;
};
