import { SHOWN_BANDS, type Stretch } from '../../shared/numbers.ts';
import { stacked } from '../shell/columns.tsx';
import type { Words } from '../shell/messages.ja.ts';
import { precisionText } from '../shell/precision.tsx';
import { ChartSection, counted, type NumbersProps } from './components.tsx';

const highest = (values: readonly number[]): number => Math.max(1, ...values);

export function Mails(props: NumbersProps) {
  const { words, numbers } = props;
  const labels = SHOWN_BANDS.map(
    (band) => [band, band === 'unreadable' ? words.unreadable : words.bands[band]] as const,
  );
  const shown = (one: Stretch) => SHOWN_BANDS.map((band) => [band, one.mails[band]] as const);
  const most = highest(numbers.stretches.map((one) => shown(one).reduce((sum, [, n]) => sum + n, 0)));
  return (
    <ChartSection
      {...props}
      id="mails"
      title={words.numbers.mails}
      lead={words.numbers.mailsLead}
      kinds={labels}
      heads={[words.numbers.screened, ...labels.map(([, label]) => label)]}
      cells={(one) => [one.screened, ...shown(one).map(([, n]) => n)].map((n) => counted(words, n))}
      bars={(one) => stacked(shown(one).toReversed())}
      most={most}
      top={words.queue.mails(most)}
    />
  );
}

export function Decisions(props: NumbersProps) {
  const { words, numbers } = props;
  const most = highest(numbers.stretches.map(({ approved, dismissed }) => approved + dismissed));
  return (
    <ChartSection
      {...props}
      id="decided"
      title={words.numbers.decided}
      lead={words.numbers.decidedLead}
      kinds={[
        ['approved', words.statuses.approved],
        ['dismissed', words.statuses.dismissed],
      ]}
      heads={[words.statuses.approved, words.statuses.dismissed]}
      cells={({ approved, dismissed }) => [counted(words, approved), counted(words, dismissed)]}
      bars={({ approved, dismissed }) =>
        stacked([
          ['approved', approved],
          ['dismissed', dismissed],
        ])
      }
      most={most}
      top={words.queue.cases(most)}
    />
  );
}

export function Times(props: NumbersProps) {
  const { words, numbers } = props;
  const say = words.numbers;
  const most = Math.ceil(highest(numbers.stretches.map(({ hours }) => hours?.p90 ?? 0)));
  return (
    <ChartSection
      {...props}
      id="times"
      title={say.hours}
      lead={say.hoursLead}
      kinds={[
        ['median', say.median],
        ['p90', say.p90],
      ]}
      heads={[say.median, say.p90]}
      cells={({ hours }) =>
        hours === null ? [say.none, say.none] : [duration(words, hours.median), duration(words, hours.p90)]
      }
      bars={({ hours }) =>
        hours === null
          ? []
          : [
              { kind: 'median', from: 0, to: hours.median, side: 'left' },
              { kind: 'p90', from: 0, to: hours.p90, side: 'right' },
            ]
      }
      most={most}
      top={duration(words, most)}
    />
  );
}

export function FlagPrecision(props: NumbersProps) {
  const { words } = props;
  const TICK = 0.03; // of the height
  return (
    <ChartSection
      {...props}
      id="precision"
      title={words.numbers.precision}
      lead={words.precision.lead}
      kinds={[
        ['value', words.precision.title],
        ['range', words.numbers.interval],
      ]}
      heads={[words.precision.title]}
      cells={({ precision }) => [precision === null ? words.precision.none : precisionText(words, precision)]}
      bars={({ precision }) =>
        precision === null
          ? []
          : [
              { kind: 'range', from: precision.low, to: precision.high },
              {
                kind: 'value',
                from: Math.max(0, precision.share - TICK / 2),
                to: Math.min(1, precision.share + TICK / 2),
              },
            ]
      }
      most={1}
      top="100%"
    />
  );
}

function duration({ past: say }: Words, hours: number): string {
  if (hours < 2) return say.minutes(Math.round(hours * 60));
  return hours < 48 ? say.hours(Math.round(hours)) : say.days(Math.round(hours / 24));
}
