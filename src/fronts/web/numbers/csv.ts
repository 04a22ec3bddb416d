import { CHANNELS } from '../../../cases/index.ts';
import { CSV_MARK, csvLine } from '../../../util/csv.ts';
import { type Numbers, SHOWN_BANDS, type Stretch } from '../../shared/index.ts';
import type { Messages } from '../shell/messages.ts';

/** The same numbers as the page, a figure to a line: first and last day, what is counted, of what kind, the figure. */
export function numbersCsv(
  { stretches, reasons, acts, afterwards, counterparties }: Numbers,
  messages: Messages,
): string {
  const say = messages.numbers;
  const last = stretches.at(-1)!;
  const line = ({ from, to }: Stretch, what: string, kind: string, figure: number | null) =>
    csvLine([from, to, what, kind, figure === null ? '' : String(Math.round(figure * 1000) / 1000)]);
  const ofStretch = (one: Stretch) => [
    line(one, say.screened, say.all, one.screened),
    ...SHOWN_BANDS.map((band) =>
      line(one, say.screened, band === 'unreadable' ? messages.unreadable : messages.bands[band], one.mails[band]),
    ),
    line(one, say.decided, messages.statuses.approved, one.approved),
    line(one, say.decided, messages.statuses.dismissed, one.dismissed),
    line(one, say.hours, say.median, one.hours?.median ?? null),
    line(one, say.hours, say.p90, one.hours?.p90 ?? null),
    line(one, say.hours, say.longestOne, one.hours?.longest ?? null),
    line(one, say.looked, say.lookedMedian, one.looked?.median ?? null),
    line(one, say.looked, say.lookedLongest, one.looked?.longest ?? null),
    ...one.load.map(({ source, cases }) => line(one, say.load, source === '' ? say.handedIn : source, cases)),
    ...CHANNELS.map((channel) =>
      line(one, say.consultations, messages.handIn.channels[channel], one.consultations[channel]),
    ),
    line(one, say.precision, say.share, one.precision?.share ?? null),
    line(one, say.precision, say.low, one.precision?.low ?? null),
    line(one, say.precision, say.high, one.precision?.high ?? null),
  ];
  return [
    CSV_MARK,
    csvLine([say.from, say.to, say.what, say.kind, say.figure]),
    ...stretches.flatMap(ofStretch),
    ...(['measures', 'letters', 'referrals'] as const).map((kind) =>
      line(last, say.became, say[kind], afterwards[kind]),
    ),
    ...reasons.map(({ reason, cases }) => line(last, say.reasons, messages.decide.reasons[reason], cases)),
    ...acts.flatMap(({ act, approved, dismissed }) => [
      line(last, say.actsApproved, messages.acts[act], approved),
      line(last, say.actsDismissed, messages.acts[act], dismissed),
    ]),
    ...(counterparties ?? []).map(({ counterparty, cases }) => line(last, say.counterparties, counterparty, cases)),
  ].join('');
}
