import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createMboxSplitter, emlKey, listFiles, MAX_MAIL_BYTES, maildirKey } from '../../../intake/index.ts';
import type { Mail } from '../../../screening/index.ts';
import { CommandError } from '../errors.ts';
import type { Io } from '../io.ts';
import { say } from '../messages.ts';

const MBOX = Buffer.from('From ');

/** A file that holds one mail, or an mbox with many; or standard input. */
export interface MailFile {
  readonly name: string; // as told to the person
  readonly path: string | null; // null: standard input
  readonly bytes: number; // 0 for standard input: nobody knows
  readonly modifiedAt: Date;
}

/** The files that the arguments stand for: a folder stands for its .eml files, or the mails of a Maildir. */
export async function findMailFiles(args: readonly string[], { cwd }: Pick<Io, 'cwd'>): Promise<MailFile[]> {
  const found = await Promise.all(
    args.map(async (name) => {
      if (name === '-') return [{ name, path: null, bytes: 0, modifiedAt: new Date() }];
      const path = resolve(cwd, name);
      const stats = await stat(path).catch(() => {
        throw new CommandError(say(`${name} がありません`, `${name} does not exist`), 2);
      });
      if (stats.isDirectory()) return filesIn(path, name);
      return [{ name, path, bytes: stats.size, modifiedAt: stats.mtime }];
    }),
  );
  return found.flat();
}

async function filesIn(folder: string, name: string): Promise<MailFile[]> {
  const inside = await readdir(folder);
  const isMaildir = inside.includes('new') && inside.includes('cur');
  const folders = isMaildir ? [join(folder, 'new'), join(folder, 'cur')] : [folder];
  const files = await listFiles(folders, isMaildir ? maildirKey : emlKey);
  return Promise.all(
    files.map(async ({ path, modifiedAt }) => {
      const { size } = await stat(path);
      return { name: join(name, path.slice(folder.length + 1)), path, bytes: size, modifiedAt };
    }),
  );
}

/** The mails of a file, one after another; `source` is its name, with `#n` for the nth mail of an mbox. */
export async function* mailsOf(
  { name, path, modifiedAt }: MailFile,
  { stdin }: Pick<Io, 'stdin'>,
): AsyncGenerator<Mail> {
  const chunks = path === null ? stdin : createReadStream(path);
  let head: Buffer[] | null = []; // of one mail, or as long as nobody knows what it is; null: an mbox
  let size = 0;
  const mbox = createMboxSplitter(0);
  let count = 0;
  for await (const chunk of chunks as AsyncIterable<Buffer>) {
    if (head === null) {
      for (const mail of mbox.push(chunk)) yield nth(mail);
      continue;
    }
    if (size < MAX_MAIL_BYTES) head.push(chunk);
    const undecided = size < MBOX.length;
    size += chunk.length;
    if (!undecided || !Buffer.concat(head).subarray(0, MBOX.length).equals(MBOX)) continue;
    for (const mail of mbox.push(Buffer.concat(head))) yield nth(mail);
    head = null;
  }
  if (head === null) for (const mail of mbox.end()) yield nth(mail);
  else yield { source: name, bytes: Buffer.concat(head).subarray(0, MAX_MAIL_BYTES), receivedAt: modifiedAt };

  function nth({ raw, date }: { raw: Uint8Array; date: Date | null }): Mail {
    count++;
    return { source: `${name}#${count}`, bytes: raw, receivedAt: date ?? modifiedAt };
  }
}
