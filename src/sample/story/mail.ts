import { Buffer } from 'node:buffer';

/** An invented mail of the demonstration. */
export interface StoryMail {
  readonly id: string; // of its Message-ID
  readonly day: number; // days before the first start
  readonly time: string; // HH:MM in Japan
  readonly from: readonly [name: string, address: string];
  readonly subject: string;
  readonly body: string;
  readonly answers?: string; // id of the mail it goes on from
  readonly times?: number; // how often it is delivered; once
}

const HOST = 'sample.example.jp';
const DAY_MS = 86_400_000;
const JAPAN_MS = 9 * 3_600_000;

/** When a mail came in: never later than `now`. */
export function cameInAt({ day, time }: Pick<StoryMail, 'day' | 'time'>, now: Date): Date {
  const [hours, minutes] = time.split(':').map(Number);
  const midnight = Math.floor((now.getTime() + JAPAN_MS) / DAY_MS) * DAY_MS - JAPAN_MS;
  const at = midnight - day * DAY_MS + (hours! * 60 + minutes!) * 60_000;
  return new Date(at > now.getTime() ? at - DAY_MS : at);
}

/** The mail as it travels. */
export function emlOf({ id, from: [name, address], subject, body, answers }: StoryMail, at: Date): Buffer {
  const thread = answers === undefined ? [] : [`In-Reply-To: <${answers}@${HOST}>`, `References: <${answers}@${HOST}>`];
  return Buffer.from(
    [
      `Date: ${written(at)}`,
      `From: ${encoded(name)} <${address}>`,
      `To: ${encoded('サポート窓口')} <support@mihon-cloud.example.jp>`,
      `Message-ID: <${id}@${HOST}>`,
      ...thread,
      `Subject: ${encoded(subject)}`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      lines(Buffer.from(body.replaceAll('\n', '\r\n'), 'utf8').toString('base64'), 76),
      '',
    ].join('\r\n'),
    'latin1',
  );
}

/** RFC 5322, 3.3, by the clocks of Japan. */
const written = (at: Date): string => new Date(at.getTime() + JAPAN_MS).toUTCString().replace('GMT', '+0900');

const CHARACTERS = 12; // of a word, so that its line stays short: RFC 2047, 2

/** Words after RFC 2047, folded between them. */
const encoded = (text: string): string =>
  (text.match(new RegExp(`.{1,${CHARACTERS}}`, 'gu')) ?? [])
    .map((part) => `=?utf-8?B?${Buffer.from(part, 'utf8').toString('base64')}?=`)
    .join('\r\n ');

const lines = (text: string, width: number): string =>
  text.replace(new RegExp(`.{1,${width}}`, 'g'), '$&\r\n').trimEnd();
