import { CHANNELS, type Channel } from '../../../cases/index.ts';
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
  const happenedAt = momentOf(first(values, 'when'), timeZone);
  const common = readCommon(values, circumstances);
  const errors = {
    ...(channel === null ? { channel: say.channelMissing } : {}),
    ...(happenedAt === null ? { when: say.whenMissing } : happenedAt > now ? { when: say.whenLater } : {}),
    ...common.errors,
    ...(common.given.words === '' ? { words: say.wordsMissing } : {}),
  };
  return { given: { ...common.given, channel: channel ?? 'other', happenedAt }, errors };
}

/** What goes with a mail. */
export function readCover(
  values: Values,
  circumstances: Circumstances,
): { readonly given: HandedIn; readonly errors: Errors } {
  const { given, errors } = readCommon(values, circumstances);
  return { given: { ...given, channel: 'mail', happenedAt: null }, errors };
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

/** A moment as `datetime-local` writes it, by the clocks of `timeZone`; null when it is none. */
function momentOf(written: string, timeZone: string): Date | null {
  const [, day, hours, minutes] = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):([0-5]\d)$/.exec(written) ?? [];
  const start = day === undefined ? null : dayStart(day, timeZone);
  return start && new Date(start.getTime() + (Number(hours) * 60 + Number(minutes)) * 60_000);
}
