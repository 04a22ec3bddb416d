/** How a page is looked at. */
export interface Way {
  readonly size: keyof typeof SIZES;
  readonly locale: 'ja-JP' | 'en-GB';
  readonly colorScheme: 'light' | 'dark';
  readonly script: boolean;
  readonly filled: boolean;
}

export const SIZES = {
  '1440': { viewport: { width: 1440, height: 900 } },
  '1024': { viewport: { width: 1024, height: 768 } },
  '390': { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
} as const;

/** What a choice of two is at the three sizes: never thrice the same, so that each page meets both. */
const TURNS = [
  [0, 1, 0],
  [1, 0, 1],
  [0, 0, 1],
  [1, 1, 0],
  [0, 1, 1],
  [1, 0, 0],
] as const;

/** The ways of the page at `place` of the list: one a size, so that over all pages every two choices meet. */
export function waysOf(place: number): readonly Way[] {
  const turn = (by: number, from: number) => TURNS[(place * by + from) % TURNS.length]!;
  const [language, light, script, filled] = [turn(1, 0), turn(5, 1), turn(1, 2), turn(5, 4)];
  return (Object.keys(SIZES) as (keyof typeof SIZES)[]).map((size, i) => ({
    size,
    locale: language[i] === 0 ? 'ja-JP' : 'en-GB',
    colorScheme: light[i] === 0 ? 'light' : 'dark',
    script: script[i] === 0,
    filled: filled[i] === 0,
  }));
}
