import { Buffer } from 'node:buffer';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '../config/index.ts';
import { shipped } from '../util/paths.ts';
import { CALM, COERCED, cameInAt, emlOf, HARSH } from './story/index.ts';

/** A file of the inbox, and when it came in. */
interface Arrived {
  readonly name: string;
  readonly raw: Uint8Array;
  readonly at: Date;
}

/**
 * Fills the inbox of sample mode with invented mails of the three weeks before `now`, and a thread that began two months before: those that
 * ship as files, with their dates moved up to yesterday, and those of the story. An inbox that exists is left as it is, so that what a person
 * dropped in or deleted survives a restart.
 *
 * @throws the file system's error when the directory cannot be written.
 */
export async function fillSampleInbox(directory: string, now: Date): Promise<void> {
  if (existsSync(directory)) return;
  const partial = `${directory}.partial`; // renamed when complete: a killed first start leaves no half-filled inbox
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  const mails = [...(await shippedMails(now)), ...storyMails(now)];
  await Promise.all(
    mails.map(async ({ name, raw, at }) => {
      await writeFile(join(partial, name), raw);
      await utimes(join(partial, name), at, at); // a directory's mail came in when its file was written
    }),
  );
  await mkdir(dirname(directory), { recursive: true });
  await rename(partial, directory);
}

/** In sample mode, fills the inbox of every source; does nothing for a configured service. */
export async function prepareSample(
  { sample, sources }: Pick<Config, 'sample' | 'sources'>,
  now = new Date(),
): Promise<void> {
  for (const source of sample ? sources : []) if (source.kind === 'directory') await fillSampleInbox(source.path, now);
}

/** The day of the newest shipped mail. */
const SHIPPED = { day: Date.parse('2026-11-20T00:00:00+09:00'), folder: 'src/sample/mails' };
const DAY_MS = 86_400_000;

async function shippedMails(now: Date): Promise<Arrived[]> {
  const later = cameInAt({ day: 1, time: '00:00' }, now).getTime() - SHIPPED.day;
  const names = await readdir(shipped(SHIPPED.folder));
  return Promise.all(
    names.map(async (name) => moved(name, await readFile(join(shipped(SHIPPED.folder), name)), later)),
  );
}

/** The mail as if it had been sent whole days later, byte by byte the same but for its date. */
function moved(name: string, raw: Buffer, laterMs: number): Arrived {
  const text = raw.toString('latin1');
  const [line, date, zone] = /^Date: (.* ([+-]\d{4}))\r\n/m.exec(text)!;
  const at = new Date(Date.parse(date!) + Math.round(laterMs / DAY_MS) * DAY_MS);
  return { name, raw: Buffer.from(text.replace(line, `Date: ${localDate(at, zone!)}\r\n`), 'latin1'), at };
}

/** RFC 5322, 3.3, by clocks that are `zone` (+0900) ahead. */
function localDate(at: Date, zone: string): string {
  const minutes = Number(`${zone[0]}1`) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3)));
  return new Date(at.getTime() + minutes * 60_000).toUTCString().replace('GMT', zone);
}

function storyMails(now: Date): Arrived[] {
  const written = [...CALM, ...HARSH, ...COERCED].flatMap((mail) => {
    const at = cameInAt(mail, now);
    const raw = emlOf(mail, at);
    return Array.from({ length: mail.times ?? 1 }, (_, again) => ({
      name: `${mail.id}${again === 0 ? '' : `-${again + 1}`}.eml`,
      raw,
      at: new Date(at.getTime() + again * 60_000),
    }));
  });
  return [...written, { name: 'unreadable.eml', raw: UNREADABLE, at: cameInAt({ day: 4, time: '03:12' }, now) }];
}

/** What no parser takes for a mail. */
const UNREADABLE = Buffer.from([0x01, 0x00, 0xff, 0xfe, 0x3f, 0x3f, 0x3f, 0x0d, 0x0a]);
