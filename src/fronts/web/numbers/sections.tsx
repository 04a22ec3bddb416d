import { CHANNELS } from '../../../cases/index.ts';
import { consultationsIn, SHOWN_BANDS, type Stretch } from '../../shared/index.ts';
import { inertLine } from '../shell/inert.ts';
import { precisionText } from '../shell/precision.tsx';
import { stacked } from './columns.tsx';
import { ChartSection, counted, duration, type NumbersProps } from './components.tsx';

const highest = (values: readonly number[]): number => Math.max(1, ...values);

export function Mails(props: NumbersProps) {
  const { messages, numbers } = props;
  const labels = SHOWN_BANDS.map(
    (band) => [band, band === 'unreadable' ? messages.unreadable : messages.bands[band]] as const,
  );
  const shown = (one: Stretch) => SHOWN_BANDS.map((band) => [band, one.mails[band]] as const);
  const most = highest(numbers.stretches.map((one) => shown(one).reduce((sum, [, n]) => sum + n, 0)));
  return (
    <ChartSection
      {...props}
      id="mails"
      title={messages.numbers.mails}
      lead={messages.numbers.mailsLead}
      kinds={labels}
      heads={[messages.numbers.screened, ...labels.map(([, label]) => label)]}
      cells={(one) => [one.screened, ...shown(one).map(([, n]) => n)].map((n) => counted(messages, n))}
      bars={(one) => stacked(shown(one).toReversed())}
      most={most}
      top={messages.queue.mails(most)}
    />
  );
}

export function Decisions(props: NumbersProps) {
  const { messages, numbers } = props;
  const most = highest(numbers.stretches.map(({ approved, dismissed }) => approved + dismissed));
  return (
    <ChartSection
      {...props}
      id="decided"
      title={messages.numbers.decided}
      lead={messages.numbers.decidedLead}
      kinds={[
        ['approved', messages.statuses.approved],
        ['dismissed', messages.statuses.dismissed],
      ]}
      heads={[messages.statuses.approved, messages.statuses.dismissed]}
      cells={({ approved, dismissed }) => [counted(messages, approved), counted(messages, dismissed)]}
      bars={({ approved, dismissed }) =>
        stacked([
          ['approved', approved],
          ['dismissed', dismissed],
        ])
      }
      most={most}
      top={messages.queue.cases(most)}
    />
  );
}

export function Times(props: NumbersProps) {
  const { messages, numbers } = props;
  const say = messages.numbers;
  const most = Math.ceil(highest(numbers.stretches.map(({ hours }) => hours?.median ?? 0)));
  return (
    <ChartSection
      {...props}
      id="times"
      title={say.hours}
      lead={say.hoursLead}
      kinds={[
        ['looked', say.lookedMedian],
        ['median', say.median],
      ]}
      heads={[say.lookedMedian, say.lookedLongest, say.median, say.p90, say.longestOne]}
      cells={({ looked, hours }) =>
        hours === null || looked === null
          ? Array.from({ length: 5 }, () => say.none)
          : [looked.median, looked.longest, hours.median, hours.p90, hours.longest].map((n) => duration(messages, n))
      }
      bars={({ looked, hours }) =>
        hours === null || looked === null
          ? []
          : [
              { kind: 'looked', from: 0, to: looked.median, side: 'left' },
              { kind: 'median', from: 0, to: hours.median, side: 'right' },
            ]
      }
      most={most}
      top={duration(messages, most)}
    />
  );
}

export function FlagPrecision(props: NumbersProps) {
  const { messages } = props;
  const TICK = 0.03; // of the height
  return (
    <ChartSection
      {...props}
      id="precision"
      title={messages.numbers.precision}
      lead={messages.numbers.precisionLead}
      kinds={[
        ['value', messages.numbers.share],
        ['range', messages.numbers.interval],
      ]}
      heads={[messages.numbers.share]}
      cells={({ precision }) => [precision === null ? messages.precision.none : precisionText(messages, precision)]}
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

/** Of every channel: the law asks for a report of them all. */
export function Consultations(props: NumbersProps) {
  const { messages, numbers } = props;
  const labels = CHANNELS.map((channel) => [channel, messages.handIn.channels[channel]] as const);
  const most = highest(numbers.stretches.map(consultationsIn));
  return (
    <ChartSection
      {...props}
      id="consultations"
      title={messages.numbers.consultations}
      lead={messages.numbers.consultationsLead}
      kinds={labels.map(([channel, label]) => [`channel-${channel}`, label])}
      heads={[messages.numbers.all, ...labels.map(([, label]) => label)]}
      cells={(one) =>
        [consultationsIn(one), ...CHANNELS.map((channel) => one.consultations[channel])].map((n) =>
          counted(messages, n),
        )
      }
      bars={({ consultations }) => stacked(CHANNELS.map((channel) => [`channel-${channel}`, consultations[channel]]))}
      most={most}
      top={messages.queue.cases(most)}
    />
  );
}

/** New cases by mailbox, for whoever plans how many people are needed. */
export function Load(props: NumbersProps) {
  const { messages, numbers } = props;
  const say = messages.numbers;
  const sources = [...new Set(numbers.stretches.flatMap(({ load }) => load.map(({ source }) => source)))].sort();
  const of = ({ load }: Stretch, source: string) => load.find((one) => one.source === source)?.cases ?? 0;
  const all = ({ load }: Stretch) => load.reduce((sum, { cases }) => sum + cases, 0);
  const most = highest(numbers.stretches.map(all));
  return (
    <ChartSection
      {...props}
      id="load"
      title={say.load}
      lead={say.loadLead}
      kinds={[['screened', say.newCases]]}
      heads={[say.newCases, ...sources.map((source) => (source === '' ? say.handedIn : inertLine(source, 60)))]}
      cells={(one) => [all(one), ...sources.map((source) => of(one, source))].map((n) => counted(messages, n))}
      bars={(one) => [{ kind: 'screened', from: 0, to: all(one) }]}
      most={most}
      top={messages.queue.cases(most)}
    />
  );
}
