import { TRADING_TAGS, type TradingPoint } from '../../../response/index.ts';
import type { Messages } from '../shell/messages.ts';

interface PointsProps {
  readonly messages: Messages;
  readonly points: readonly TradingPoint[];
}

/** What the laws call it, where it stands in them, and what a person looks at. */
export const TradingPoints = ({
  messages: {
    language: { code },
    trading: say,
  },
  points,
}: PointsProps) => (
  <>
    <ul>
      {points.map((point) => {
        const { name, where, look } = TRADING_TAGS[point];
        return (
          <li>
            <b>{name[code]}</b> <span class="muted small">{where[code]}</span>
            <br />
            {look[code]}
          </li>
        );
      })}
    </ul>
    <p class="hint">{say.applies}</p>
  </>
);
