import { chown, mkdir, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serverUser } from './system.ts';

let delivered = 0;

/** Puts a mail into a Maildir as a mail server does, by rename, and as the user the servers run as; it is made when missing. It arrives now, or is said to have. */
export async function deliverTo(maildir: string, raw: Uint8Array, arrived?: Date): Promise<void> {
  const { ids } = serverUser();
  const own = async (path: string): Promise<void> => (ids ? chown(path, ids.uid, ids.gid) : undefined);
  for (const name of ['', 'cur', 'new', 'tmp']) {
    const made = await mkdir(join(maildir, name), { recursive: true, mode: 0o700 });
    for (let path = join(maildir, name); made !== undefined && path.length >= made.length; path = join(path, '..'))
      await own(path);
  }
  const name = `${Math.floor(Date.now() / 1000)}.P${process.pid}Q${++delivered}.example`;
  await writeFile(join(maildir, 'tmp', name), raw);
  if (arrived !== undefined) await utimes(join(maildir, 'tmp', name), arrived, arrived);
  await own(join(maildir, 'tmp', name));
  await rename(join(maildir, 'tmp', name), join(maildir, 'new', name));
}
