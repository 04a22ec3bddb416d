import { CHANNELS, DAY_PARTS, type DayPart, HOUR_OF, saidAt } from '../../cases/index.ts';
import { mailOfPasted, readEnvelope, UnreadableMailError } from '../../mail/index.ts';
import { countConsultations, handIn as handInCase, listPeople } from '../../store/index.ts';
import { momentIn } from '../../util/day.ts';
import { auditActorOf, requirePerson } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { course } from '../kernel/act.ts';
import {
  choice,
  file,
  files,
  type Given,
  leftOut,
  line,
  maybeDay,
  maybeTime,
  text,
  tick,
  usualChoice,
} from '../kernel/ask.ts';
import { wrongFields } from '../refusal.ts';
import { reportEntry } from '../report-entry.ts';
import { FILES, withBytes } from '../sent-files.ts';
import { mailOfIncident } from './incident-mail.ts';

const MOST_A_DAY = 50; // of one person: a stolen session does not fill the disk
const DAY_MS = 86_400_000;

const ask = {
  channel: choice(CHANNELS),
  mail: leftOut(file(25 * 1024 * 1024, '.eml,message/rfc822')), // of a mail this, or what was pasted of it
  pasted: text(100_000, 'maybe'),
  when: maybeDay('behind'), // what was no mail says when it was, as far as somebody remembers
  time: maybeTime(),
  about: usualChoice('day', DAY_PARTS), // without a time
  otherSide: line(200, 'maybe'),
  words: text(5000, 'maybe'),
  files: files(FILES.most, FILES.bytes), // of what was no mail
  wish: text(1000, 'maybe'),
  confidential: tick(),
};
type Asked = Given<typeof ask>;

/** What came of it: the report, or that this person sends too many in a day. */
type HandedIn = { readonly id: string; readonly files: number } | 'too-many';

/**
 * Opens a case for what a person hands in, a mail or what left none: everybody with an account may. A mail waits for its verdict like any other, and so do
 * the words of an incident, with its files beside them.
 *
 * @throws Refusal `wrong-fields`, of `mail` as `taken` where it came in both ways, of `confidential` where nobody is there who could see it
 */
export const handIn = course({
  path: '/hand-in',
  right: 'account',
  ask,
  async run(deps: Pick<ActionDeps, 'db' | 'audit' | 'wake'>, given, { actor, at, timeZone }): Promise<HandedIn> {
    const { id: person, name } = requirePerson(actor);
    const { channel, confidential, otherSide, words, wish } = given;
    const happened = channel === 'mail' ? NEVER : happenedIn(given, at, timeZone);
    if (channel !== 'mail' && words === '') throw wrongFields({ words: 'missing' });
    if (confidential && (await consultationDesk(deps)).length === 0) throw wrongFields({ confidential: 'wrong' });
    const since = new Date(at.getTime() - DAY_MS);
    if ((await countConsultations(deps.db, person, since)) >= MOST_A_DAY) return 'too-many';
    const files = channel === 'mail' ? [] : await withBytes(given.files);
    const came =
      channel === 'mail'
        ? await mailIn(given, at)
        : {
            from: otherSide,
            subject: firstLine(words),
            raw: mailOfIncident(words, files),
            receivedAt: saidAt(happened, at),
          };
    const { from, subject, ...mail } = came;
    const { id } = await deps.audit.during(
      (tx) =>
        handInCase(
          tx,
          {
            channel,
            confidential,
            otherSide,
            words,
            wish,
            ...happened,
            from,
            subject,
            mail,
            person: { id: person, name },
          },
          at,
        ),
      (report) =>
        reportEntry(
          auditActorOf(actor, at),
          'report.hand-in',
          { id: report.id, confidential },
          { channel, ...(files.length > 0 ? { files: files.length } : {}) },
        ),
    );
    deps.wake();
    return { id, files: files.length };
  },
});

/** Names of those at the consultation desk. */
export const consultationDesk = async ({ db }: Pick<ActionDeps, 'db'>): Promise<string[]> =>
  (await listPeople(db)).filter(({ roles }) => roles.includes('desk')).map(({ name }) => name);

interface Happened {
  readonly happenedAt: Date | null;
  readonly happenedAbout: DayPart | null; // null: at that minute
}

const NEVER: Happened = { happenedAt: null, happenedAbout: null };

/** A day, and on it a time, a part of the day or neither, by the clocks of `timeZone`. */
function happenedIn({ when, time, about }: Asked, now: Date, timeZone: string): Happened {
  if (when === null) throw wrongFields({ when: 'missing' });
  if (time === '')
    return {
      happenedAt: momentIn(when, `${String(HOUR_OF[about]).padStart(2, '0')}:00`, timeZone),
      happenedAbout: about,
    };
  const happenedAt = momentIn(when, time, timeZone);
  if (happenedAt > now) throw wrongFields({ when: 'wrong' });
  return { happenedAt, happenedAbout: null };
}

/** The mail as a list shows it, dated as it says itself unless that lies ahead. */
async function mailIn({ mail, pasted, otherSide, words }: Asked, now: Date) {
  if ((mail === undefined) === (pasted === '')) throw wrongFields({ mail: mail === undefined ? 'missing' : 'taken' });
  const raw = mail === undefined ? mailOfPasted(pasted) : new Uint8Array(await mail.arrayBuffer());
  if (OLE.every((byte, index) => raw[index] === byte)) throw wrongFields({ mail: 'wrong' });
  const { from, subject, date } = await readEnvelope(raw, now).catch((error: unknown) => {
    if (error instanceof UnreadableMailError) throw wrongFields({ mail: 'wrong' });
    return { from: null, subject: '', date: null }; // its case will say what is wrong with it
  });
  const sender = from === null ? '' : from.name === '' ? from.address : `${from.name} <${from.address}>`;
  return {
    from: sender || otherSide,
    subject: subject || firstLine(words || pasted),
    raw,
    receivedAt: date !== null && date < now ? date : now,
  };
}

/** How a compound file begins, as Outlook saves mails in (.msg). */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

const SHOWN = 100; // characters of the first line

const firstLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '')
    ?.slice(0, SHOWN) ?? '';
