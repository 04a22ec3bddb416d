import type { Precision } from '../../../tuning/index.ts';
import type { Messages } from './messages.ts';

/** How often it was right, with the range in which the truth may lie: in words, and as a bar that is filled so far with a thin line over it. */
export function PrecisionBar({
  messages,
  precision,
}: {
  readonly messages: Messages;
  readonly precision: Precision | null;
}) {
  if (precision === null) return <p class="precision muted small">{messages.precision.none}</p>;
  const { share, low, high } = precision;
  return (
    <div class="precision">
      <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class="bar-rest" width="100" height="8" />
        <rect class="bar-value" width={share * 100} height="8" />
        <rect class="bar-range" x={low * 100} y="3" width={(high - low) * 100} height="2" />
      </svg>
      <p class="small">{precisionText(messages, precision)}</p>
    </div>
  );
}

export const precisionText = ({ precision: say }: Messages, { share, low, high }: Precision): string =>
  say.text(percent(share), percent(low), percent(high));

export const percent = (share: number): string => `${Math.round(share * 100)}%`;
