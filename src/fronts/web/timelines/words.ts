import type { PersonEvent } from '../../../response/index.ts';
import type { Clock } from '../shell/clock.ts';
import type { Messages } from '../shell/messages.ts';

/** What an event is, as page and file say it. */
export function wordsOf(messages: Messages, event: PersonEvent): string {
  const say = messages.timelines.events;
  switch (event.kind) {
    case 'mail':
      return say.mail(event.band === null ? messages.unreadable : messages.bands[event.band]);
    case 'incident':
      return say.incident(messages.handIn.channels[event.channel]);
    case 'handed-in':
      return say.handedIn;
    case 'found':
      return say.found(
        event.acts.map((act) => messages.acts[act]).join(messages.decide.separator),
        event.severity === null ? '' : String(event.severity),
      );
    case 'care':
      return say.care(messages.care.points[event.point], messages.care.states[event.state]);
    case 'asked':
      return say.asked;
  }
}

/** When it was, as well as anybody knows. */
export function timeOf(messages: Messages, clock: Clock, event: PersonEvent): string {
  const about = event.kind === 'incident' ? event.about : null;
  return about === null ? clock.date(event.at) : `${clock.day(event.at)} ${messages.handIn.dayParts[about]}`;
}
