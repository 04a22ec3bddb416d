/** Numbers that look random and are the same for the same seed, in every run and on every machine. */
export interface Random {
  /** At least `low`, less than `high`. */
  between(low: number, high: number): number;
  /** A whole number, both ends included. */
  whole(low: number, high: number): number;
  /** @throws RangeError when there is nothing to choose from. */
  pick<T>(choices: readonly T[]): T;
}

export function createRandom(seed: number): Random {
  const next = mulberry32(seed);
  const between = (low: number, high: number) => low + next() * (high - low);
  const whole = (low: number, high: number) => Math.floor(between(low, high + 1));
  return {
    between,
    whole,
    pick(choices) {
      if (choices.length === 0) throw new RangeError('Nothing to choose from.');
      return choices[whole(0, choices.length - 1)]!;
    },
  };
}

/** Tommy Ettinger's generator, public domain: 32 bits of state, good enough for a dice. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
