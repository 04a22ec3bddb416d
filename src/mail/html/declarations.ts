/** What is declared of an element, by property in lower case; of several the one that counts. */
export type Declarations = ReadonlyMap<string, Declared>;

export interface Declared {
  readonly value: string; // in lower case
  readonly important: boolean;
  readonly order: number; // the later one, of two properties that set the same
}

export const NOTHING: Declarations = new Map();

const MOST_IN_ONE = 200; // declarations of one block
const VALUE_CHARACTERS = 200;

/** The declarations of a style attribute, or of the block of a rule. */
export function declarationsOf(css: string): Declarations {
  const found = new Map<string, Declared>();
  for (const piece of withoutEscapes(withoutComments(css)).toLowerCase().split(';', MOST_IN_ONE)) {
    const colon = piece.indexOf(':');
    if (colon < 0) continue;
    const name = piece.slice(0, colon).trim();
    const written = piece.slice(colon + 1, colon + 1 + VALUE_CHARACTERS).trim();
    const value = written.replace(/\s*!\s*important$/, '');
    put(found, name, { value, important: value !== written, order: found.size });
  }
  return found;
}

/** Later ones over earlier ones; what is important stays. */
export function over(below: Declarations, above: Declarations): Declarations {
  if (below.size === 0) return above;
  if (above.size === 0) return below;
  const found = new Map(below);
  for (const [name, declared] of above) put(found, name, { ...declared, order: below.size + declared.order });
  return found;
}

function put(found: Map<string, Declared>, name: string, declared: Declared): void {
  if (declared.important || found.get(name)?.important !== true) found.set(name, declared);
}

export const withoutComments = (css: string): string =>
  css.includes('/*') ? css.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '') : css;

const withoutEscapes = (css: string): string =>
  css.includes('\\')
    ? css.replace(/\\([0-9a-f]{1,6})\s?|\\/gi, (_, code?: string) =>
        code === undefined ? '' : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
      )
    : css;

/** CSS pixels of a unit; `em` and `%` are shares of `around`. */
const UNITS: Readonly<Record<string, number>> = {
  px: 1,
  '': 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 37.8,
  mm: 3.78,
  rem: 16,
  vw: 10,
  vh: 8,
};
const SHARES: Readonly<Record<string, number>> = { em: 1, '%': 0.01, ex: 0.5, ch: 0.5 };

/** A length in CSS pixels; null for what is none. */
export function lengthOf(value: string, around: number): number | null {
  const [, number, unit = ''] =
    /^([+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}))(px|pt|pc|in|cm|mm|rem|em|ex|ch|vw|vh|%)?$/.exec(value) ?? [];
  if (number === undefined) return null;
  const factor = UNITS[unit] ?? SHARES[unit]! * around;
  return Number.parseFloat(number) * factor;
}
