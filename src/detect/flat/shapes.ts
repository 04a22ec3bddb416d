import type { Shape } from '../dictionary/shape.ts';

/** Shapes in flat arrays: those that stand in many phrases stand here once. */
export interface FlatShapes {
  readonly shapeKind: Uint8Array;
  readonly shapeFrom: Int32Array; // text: in `shapeText`; all, any: in `shapeParts`; ahead: the shape; edge: its side
  readonly shapeTo: Int32Array; // where text or parts end; ahead: whether it is wanted
  readonly shapeParts: Int32Array;
  readonly shapeText: Uint16Array;
}

const KINDS = ['text', 'written', 'all', 'any', 'gap', 'ahead', 'edge'] as const satisfies readonly Shape['kind'][];
const SIDES = ['start', 'end'] as const;

/** Collects shapes; what they are known by is their number. */
export function createShapeWriter() {
  const known = new Map<Shape, number>();
  const kinds: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const parts: number[] = [];
  const text: number[] = [];

  function add(shape: Shape): number {
    const there = known.get(shape);
    if (there !== undefined) return there;
    const [start, end] = rangeOf(shape);
    const number = kinds.push(KINDS.indexOf(shape.kind)) - 1;
    from.push(start);
    to.push(end);
    known.set(shape, number);
    return number;
  }

  function rangeOf(shape: Shape): [number, number] {
    switch (shape.kind) {
      case 'text':
      case 'written': {
        const start = text.length;
        for (let i = 0; i < shape.text.length; i++) text.push(shape.text.charCodeAt(i));
        return [start, text.length];
      }
      case 'all':
        return partsOf(shape.parts);
      case 'any':
        return partsOf(shape.options);
      case 'gap':
        return [0, 0];
      case 'ahead':
        return [add(shape.shape), Number(shape.wanted)];
      case 'edge':
        return [SIDES.indexOf(shape.side), 0];
    }
  }

  function partsOf(shapes: readonly Shape[]): [number, number] {
    const numbers = shapes.map(add); // before the place is taken: they have parts of their own
    const start = parts.length;
    for (const number of numbers) parts.push(number);
    return [start, parts.length];
  }

  return {
    add,
    flat: (): FlatShapes => ({
      shapeKind: Uint8Array.from(kinds),
      shapeFrom: Int32Array.from(from),
      shapeTo: Int32Array.from(to),
      shapeParts: Int32Array.from(parts),
      shapeText: Uint16Array.from(text),
    }),
  };
}

/** Gives shapes by their numbers; each is made once, when first asked for. */
export function createShapeReader({ shapeKind, shapeFrom, shapeTo, shapeParts, shapeText }: FlatShapes) {
  const made = new Map<number, Shape>();

  function read(number: number): Shape {
    const known = made.get(number);
    if (known !== undefined) return known;
    const shape = make(KINDS[shapeKind[number]!]!, shapeFrom[number]!, shapeTo[number]!);
    made.set(number, shape);
    return shape;
  }

  function make(kind: Shape['kind'], from: number, to: number): Shape {
    switch (kind) {
      case 'text':
      case 'written':
        return { kind, text: String.fromCharCode(...shapeText.subarray(from, to)) };
      case 'all':
        return { kind, parts: Array.from(shapeParts.subarray(from, to), read) };
      case 'any':
        return { kind, options: Array.from(shapeParts.subarray(from, to), read) };
      case 'gap':
        return { kind };
      case 'ahead':
        return { kind, shape: read(from), wanted: to === 1 };
      case 'edge':
        return { kind, side: SIDES[from]! };
    }
  }

  return read;
}
