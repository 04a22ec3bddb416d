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
  let mail = 0;
  let count = 0;

  function slotOf(feature: number): number {
    const mask = table.feature.length - 1;
    let slot = feature & mask;
    while (table.mail[slot] === mail && table.feature[slot] !== feature) slot = (slot + 1) & mask;
    return slot;
  }

  function grow(): void {
    const old = table;
    table = tableOf(old.feature.length * 2);
    old.feature.forEach((feature, i) => {
      if (old.mail[i] === mail) put(slotOf(feature), feature, old.sentence[i]!, old.place[i]!);
    });
  }

  function put(slot: number, feature: number, sentence: number, place: number): void {
    table.feature[slot] = feature;
    table.mail[slot] = mail;
    table.sentence[slot] = sentence;
    table.place[slot] = place;
  }

  const seen: SeenFeatures = {
    place: -1,
    size: () => count,
    clear() {
      if (table.feature.length > MOST_KEPT || mail === 2 ** 31 - 1) {
        table = tableOf(USUAL);
        mail = 0;
      }
      mail++;
      count = 0;
    },
    note(feature, sentence) {
      let slot = slotOf(feature);
      if (table.mail[slot] === mail) {
        seen.place = table.place[slot]!;
        if (table.sentence[slot] === sentence) return SAME;
        table.sentence[slot] = sentence;
        return AGAIN;
      }
      if (++count * 2 > table.feature.length) {
        grow();
        slot = slotOf(feature);
      }
      seen.place = find(feature);
      put(slot, feature, sentence, seen.place);
      return FIRST;
    },
  };
  return seen;
}

const tableOf = (length: number) => ({
  feature: new Uint32Array(length),
  mail: new Int32Array(length), // that the slot was filled for; others are free
  sentence: new Int32Array(length), // that showed it last
  place: new Int32Array(length),
});
