import { wordGroups } from '../../util/language-files.ts';
import type { Person } from '../types.ts';

const LISTS = wordGroups('persons.yaml');
const words = (name: string): ReadonlySet<string> => new Set(LISTS[name]);

const SPEAKER = words('speaker');
const ADDRESSEE = words('addressee');
const COMPANY = words('company');
const FAMILY = words('family');
const STAFF = words('staff');
/** Words for people who are neither side. */
const OTHERS = words('others');
const KIN = words('kin');
const NEAR = words('near');

/** The persons of all words; of a word in two lists the first counts. */
const byWord = new Map<string, Person>(
  (
    [
      [SPEAKER, 'speaker'],
      [ADDRESSEE, 'addressee'],
      [COMPANY, 'addressee-company'],
      [FAMILY, 'addressee-family'],
      [STAFF, 'staff'],
      [OTHERS, 'third'],
      [KIN, 'third'],
    ] as const
  )
    .flatMap(([list, person]) => [...list].map((word) => [word, person] as const))
    .reverse(),
);

const MANY_ENDS = new Set('員なん皆ちら達も共同中位'.split(''));
const MANY = /(?<=.)(?:全員|みんな|皆|たち|達|ら|ども|共|一同|連中|各位|の皆さん)$/;

/** Whom a noun stands for by itself; null for what is no person. */
export function personOf(word: string): Person | null {
  const whole = !MANY_ENDS.has(word.at(-1)!) || SPEAKER.has(word) || COMPANY.has(word);
  return byWord.get(whole ? word : word.replace(MANY, '')) ?? null;
}

/** Whose it is: お前の娘 is the reader's family, うちの社長 is the writer's side, 隣の店 is neither. */
export function ownedBy(head: string, owner: Person | null, ownerHead: string): Person | null {
  const own = personOf(head);
  if (owner === null || owner === 'nobody-said' || NEAR.has(ownerHead)) return own;
  const theirs = owner !== 'speaker' && owner !== 'third';
  if (!theirs)
    return own === 'addressee' || own === 'speaker'
      ? own
      : owner === 'third'
        ? 'third'
        : own === null
          ? 'speaker'
          : 'third';
  if (KIN.has(head) || (owner === 'addressee-family' && own === 'addressee-company')) return 'addressee-family';
  if (own === 'third' || own === null) return owner === 'addressee-company' && own === 'third' ? 'staff' : owner;
  return own;
}

/** Words that make a name of what stands before them. */
export const TITLES = words('titles');
