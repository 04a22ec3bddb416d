import { cp, mkdir, readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { shipped } from '../../src/util/paths.ts';

const EVERY_MS = 47 * 60_000;

/** The mails that ship, received one after the other until a moment ago, in the order of their names. */
export async function fillInbox(folder: string, now: Date): Promise<number> {
  await mkdir(folder, { recursive: true });
  const names = (await readdir(shipped('src/sample/mails'))).sort();
  for (const [index, name] of names.entries()) {
    const file = join(folder, name);
    await cp(join(shipped('src/sample/mails'), name), file);
    const received = new Date(now.getTime() - (names.length - index) * EVERY_MS);
    await utimes(file, received, received);
  }
  return names.length;
}
