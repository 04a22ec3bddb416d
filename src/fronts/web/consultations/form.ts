import { CHANNELS, type Channel, DAY_PARTS, type DayPart, HOUR_OF } from '../../../cases/index.ts';
import { dayStart } from '../../shared/index.ts';
import { chosen, first, has, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';

/** Most UTF-16 units of each field. Those of an incident fit into a form of ordinary size, whatever the script. */
export const MOST = { otherSide: 200, words: 5000, wish: 1000, pasted: 100_000 } as const;

export const INCIDENTS = CHANNELS.filter((channel) => channel !== 'mail');

/** What a form says in words; of a mail, the bytes come apart from it. */
export interface HandedIn {
  readonly channel: Channel;
  readonly confidential: boolean;
  readonly happenedAt: Date | null;
  readonly happenedAbout: DayPart | null;
  readonly otherSide: string;
  readonly words: string;
  readonly wish: string;
}

export type Errors = Readonly<Record<string, string>>;

interface Circumstances {
  readonly messages: Messages;
  readonly now: Date;
  readonly timeZone: string;
  readonly desk: boolean; // someone is at the consultation desk
}

/** An incident: all of it comes from the form. */
export function readIncident(
  values: Values,
  circumstances: Circumstances,
): { readonly given: HandedIn; readonly errors: Errors } {
  const { messages, now, timeZone } = circumstances;
  const say = messages.handIn;
  const channel = chosen(values, 'channel', INCIDENTS);
  const happened = momentOf(values, timeZone);
  const common = readCommon(values, circumstances);
  const errors = {
    ...(channel === null ? { channel: say.channelMissing } : {}),
    ...(happened === null ? { when: say.whenMissing } : happened.earliest > now ? { when: say.whenLater } : {}),
    ...common.errors,
    ...(common.given.words === '' ? { words: say.wordsMissing } : {}),
  };
  const { at = null, about = null } = happened ?? {};
  return {
    given: { ...common.given, channel: channel ?? 'other', happenedAt: at, happenedAbout: about },
    errors,
  };
}

/** What goes with a mail. */
export function readCover(
  values: Values,
  circumstances: Circumstances,
): { readonly given: HandedIn; readonly errors: Errors } {
  const { given, errors } = readCommon(values, circumstances);
  return { given: { ...given, channel: 'mail', happenedAt: null, happenedAbout: null }, errors };
}

function readCommon(values: Values, { messages, desk }: Circumstances) {
  const say = messages.handIn;
  const text = (name: string) => first(values, name).replaceAll('\r\n', '\n').trim(); // as a browser counts
  const given = {
    confidential: has(values, 'confidential', '1'),
    otherSide: text('otherSide'),
    words: text('words'),
    wish: text('wish'),
  };
  const long = (['otherSide', 'words', 'wish'] as const).filter((name) => given[name].length > MOST[name]);
  const errors: Errors = {
    ...Object.fromEntries(long.map((name) => [name, say.tooLong(MOST[name])])),
    ...(given.confidential && !desk ? { confidential: say.noDesk } : {}),
  };
  return { given, errors };
}

interface Happened {
  readonly at: Date;
  readonly about: DayPart | null; // null: at that minute
  readonly earliest: Date; // when it may have been
}

const HOUR_MS = 3_600_000;

/** A day, and on it a time, a part of the day or neither, by the clocks of `timeZone`; null when it is no day. */
function momentOf(values: Values, timeZone: string): Happened | null {
  const [, day, written] = /^(\d{4}-\d\d-\d\d)(?:T(.*))?$/.exec(first(values, 'when')) ?? [];
  const start = day === undefined ? null : dayStart(day, timeZone);
  if (start === null) return null;
  const later = (hours: number) => new Date(start.getTime() + hours * HOUR_MS);
  const time = written ?? first(values, 'time');
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (time !== '' && hours === undefined) return null;
  if (hours !== undefined) {
    const at = later(Number(hours) + Number(minutes) / 60);
    return { at, about: null, earliest: at };
  }
  const about = chosen(values, 'about', DAY_PARTS) ?? 'day';
  return { at: later(HOUR_OF[about]), about, earliest: start };
}
