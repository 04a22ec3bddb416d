/** Which features a mail has shown, which of them a sentence has, and where each stands in the model. */
export interface SeenFeatures {
  /** Begins a new mail. */
  clear(): void;
  /** Notes a feature of a sentence. `FIRST`: new in the mail; `AGAIN`: new in the sentence only; `SAME`: neither. */
  note(feature: number, sentence: number): typeof FIRST | typeof AGAIN | typeof SAME;
  /** Of the feature noted last. */
  place: number;
  readonly size: () => number; // features of the mail
}

export const FIRST = 2;
export const AGAIN = 1;
export const SAME = 0;

const USUAL = 2 ** 13;
const MOST_KEPT = 2 ** 17; // what a long mail needed is given back

/**
 * A hash table over flat arrays, used for one mail after the other: sets would be filled and thrown away for each
 * sentence, with an object for every hash above 31 bits.
 *
 * @param find where a feature stands in the model, asked once for each feature of a mail.
 */
export function createSeen(find: (feature: number) => number): SeenFeatures {
  let table = tableOf(USUAL);
  let mask = USUAL - 1; // of slots
  let mail = 0;
  let count = 0;

  /** Where in the table a feature of this mail stands, or may be put. */
  function entryOf(feature: number): number {
    let slot = feature & mask;
    while (table[slot * WIDTH + MAIL] === mail && table[slot * WIDTH] !== feature) slot = (slot + 1) & mask;
    return slot * WIDTH;
  }

  function grow(): void {
    const old = table;
    mask = mask * 2 + 1;
    table = tableOf(mask + 1);
    for (let from = 0; from < old.length; from += WIDTH)
      if (old[from + MAIL] === mail) table.set(old.subarray(from, from + WIDTH), entryOf(old[from]!));
  }

  const seen: SeenFeatures = {
    place: -1,
    size: () => count,
    clear() {
      if (mask >= MOST_KEPT || mail === 2 ** 31 - 1) {
        mask = USUAL - 1;
        table = tableOf(USUAL);
        mail = 0;
      }
      mail++;
      count = 0;
    },
    note(unsigned, sentence) {
      const feature = unsigned | 0;
      let at = entryOf(feature);
      if (table[at + MAIL] === mail) {
        seen.place = table[at + PLACE]!;
        if (table[at + SENTENCE] === sentence) return SAME;
        table[at + SENTENCE] = sentence;
        return AGAIN;
      }
      if (++count * 2 > mask) {
        grow();
        at = entryOf(feature);
      }
      seen.place = find(unsigned);
      table[at] = feature;
      table[at + MAIL] = mail;
      table[at + SENTENCE] = sentence;
      table[at + PLACE] = seen.place;
      return FIRST;
    },
  };
  return seen;
}

/** The numbers of an entry stand together, so that memory is asked once: the feature itself, and behind it … */
const WIDTH = 4;
const MAIL = 1; // that the entry was filled for; others are free
const SENTENCE = 2; // that showed it last
const PLACE = 3;
const tableOf = (slots: number): Int32Array => new Int32Array(slots * WIDTH);
