/** A bar of a chart, from one value to another. */
export interface Bar {
  readonly kind: string; // class `bar-<kind>`
  readonly from: number;
  readonly to: number;
  readonly side?: 'left' | 'right'; // half of its column; the whole without
}

interface ColumnsProps {
  readonly columns: readonly { readonly label: string; readonly bars: readonly Bar[] }[];
  readonly most: number; // value at the top
  readonly top: string; // the same in words
}

const WIDTH = 640;
const HEIGHT = 170;
const ROOM = { above: 26, below: 28, left: 8 };
const GAP = 0.3; // share of a column

/** A chart of columns. Seen only: the table beside it says the same. */
export function Columns({ columns, most, top }: ColumnsProps) {
  const step = (WIDTH - ROOM.left) / columns.length;
  const height = HEIGHT - ROOM.above - ROOM.below;
  const y = (value: number) => ROOM.above + height * (1 - (most === 0 ? 0 : value / most));
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <line class="chart-line" x1={0} x2={WIDTH} y1={y(most)} y2={y(most)} />
      <line class="chart-line" x1={0} x2={WIDTH} y1={y(most / 2)} y2={y(most / 2)} />
      <text class="chart-text" x={0} y={ROOM.above - 6}>
        {top}
      </text>
      {columns.map(({ label, bars }, index) => {
        const left = ROOM.left + index * step;
        const width = step * (1 - GAP);
        return (
          <>
            {bars.map(({ kind, from, to, side }) => (
              <rect
                class={`bar-${kind}`}
                x={round(left + (side === 'right' ? width / 2 : 0))}
                width={round(side === undefined ? width : width / 2)}
                y={round(y(to))}
                height={round(y(from) - y(to))}
              />
            ))}
            <text class="chart-text chart-label" x={round(left + width / 2)} y={HEIGHT - 8}>
              {label}
            </text>
          </>
        );
      })}
      <line class="chart-base" x1={0} x2={WIDTH} y1={y(0)} y2={y(0)} />
    </svg>
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Bars on top of each other. */
export function stacked(parts: readonly (readonly [kind: string, value: number])[]): Bar[] {
  let at = 0;
  return parts.map(([kind, value]) => {
    const from = at;
    at += value;
    return { kind, from, to: at };
  });
}
