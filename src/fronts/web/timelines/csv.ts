import type { PersonTimeline } from '../../../actions/index.ts';
import { CSV_MARK, csvLine } from '../../../util/csv.ts';
import type { Clock } from '../shell/clock.ts';
import type { Messages } from '../shell/messages.ts';
import { timeOf, wordsOf } from './words.ts';

/** A timeline for a spreadsheet or for paper: whose, of which days, with whose consent, and a line per event. */
export function timelineCsv(
  { person, since, today, events, consent }: PersonTimeline,
  messages: Messages,
  clock: Clock,
  timeZone: string,
): string {
  const say = messages.timelines;
  return [
    CSV_MARK,
    csvLine([say.whose, person.name]),
    csvLine([say.span, `${since} – ${today}`]),
    ...(consent === null ? [] : [csvLine([say.consentTitle, `${say.ways[consent.way]} ${consent.day}`])]),
    csvLine([say.at(timeZone), say.what]),
    ...events.map((event) => csvLine([timeOf(messages, clock, event), wordsOf(messages, event)])),
  ].join('');
}
