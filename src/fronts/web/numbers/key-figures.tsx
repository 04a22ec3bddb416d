import { consultationsIn, flaggedIn } from '../../shared/index.ts';
import { counted, duration, type NumbersProps } from './components.tsx';

const HOUR_MS = 3_600_000;

/** What a lead asks first: how much waits, for how long, and how the last stretch compares with the one before it. */
export function KeyFigures({ messages, ask, numbers, now }: NumbersProps) {
  const say = messages.numbers;
  const { open, since } = numbers.waiting;
  const [before, last] = [numbers.stretches.at(-2)!, numbers.stretches.at(-1)!];
  const stretch = ask.isNewest ? say.thisOne[ask.per] : say.thatOne[ask.per];
  const than = (value: string) => say.beforeIt[ask.per](value);
  const bands = (['urgent', 'review', 'grey'] as const).map((band) => `${messages.bands[band]} ${open[band]}`);
  const rest = [`${messages.unreadable} ${open.unreadable}`, `${messages.queue.reports} ${open.report}`];
  const hours = (of: { readonly median: number } | null) => (of === null ? say.none : duration(messages, of.median));
  const waits = since === null ? say.none : duration(messages, (now.getTime() - since.getTime()) / HOUR_MS);
  const decided = (one: typeof last) => counted(messages, one.approved + one.dismissed);
  const tiles: readonly (readonly [label: string, value: string, beside: string])[] = [
    [
      say.openNow,
      counted(
        messages,
        Object.values(open).reduce((sum, n) => sum + n, 0),
      ),
      [...bands, ...rest].join(messages.decide.separator),
    ],
    [say.longest, waits, say.longestHint],
    [say.lookedOf(stretch), hours(last.looked), than(hours(before.looked))],
    [say.medianOf(stretch), hours(last.hours), than(hours(before.hours))],
    [say.decidedOf(stretch), decided(last), than(decided(before))],
    [say.flaggedOf(stretch), counted(messages, flaggedIn(last)), than(counted(messages, flaggedIn(before)))],
    [
      say.consultationsOf(stretch),
      counted(messages, consultationsIn(last)),
      than(counted(messages, consultationsIn(before))),
    ],
  ];
  return (
    <dl class="key-figures" aria-label={say.keyFigures}>
      {tiles.map(([label, value, beside]) => (
        <div class="card">
          <dt>{label}</dt>
          <dd class="key-figure">{value}</dd>
          <dd class="muted small">{beside}</dd>
        </div>
      ))}
    </dl>
  );
}
