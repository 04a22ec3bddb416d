/** A bar of a chart, from one value to another. */
export interface Bar {
  readonly kind: string; // class `bar-<kind>`
  readonly from: number;
  readonly to: number;
  readonly side?: 'left' | 'right'; // half of its column; the whole without
}

interface ColumnsProps {
  readonly columns: readonly { readonly label: string; readonly bars: readonly Bar[] }[]; // twelve
  readonly most: number; // value at the top
  readonly top: string; // the same in words
}

/** Of the drawing, which is stretched to the width of the page; the words stand beside it and are not. */
const SIZE = { column: 100, height: 100 };
const GAP = 0.3; // share of a column

/** A chart of columns over the width of the page. Seen only: the table beside it says the same. */
export function Columns({ columns, most, top }: ColumnsProps) {
  const width = SIZE.column * (1 - GAP);
  const y = (value: number) => SIZE.height * (1 - (most === 0 ? 0 : value / most));
  const whole = SIZE.column * columns.length;
  return (
    <div class="chart" aria-hidden="true">
      <p class="chart-text">{top}</p>
      <svg viewBox={`0 0 ${whole} ${SIZE.height}`} preserveAspectRatio="none" aria-hidden="true">
        {[most, most / 2].map((value) => (
          <line class="chart-line" x1={0} x2={whole} y1={round(y(value))} y2={round(y(value))} />
        ))}
        {columns.map(({ bars }, index) => {
          const left = SIZE.column * (index + GAP / 2);
          return bars.map(({ kind, from, to, side }) => (
            <rect
              class={`bar-${kind}`}
              x={round(left + (side === 'right' ? width / 2 : 0))}
              width={round(side === undefined ? width : width / 2)}
              y={round(y(to))}
              height={round(y(from) - y(to))}
            />
          ));
        })}
        <line class="chart-base" x1={0} x2={whole} y1={SIZE.height} y2={SIZE.height} />
      </svg>
      <ol class="chart-labels chart-text">
        {columns.map(({ label }) => (
          <li>{label}</li>
        ))}
      </ol>
    </div>
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
