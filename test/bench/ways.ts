import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestDovecot } from '../support/dovecot.ts';

/** A way for mails to reach the service. */
export interface Way {
  readonly name: string;
  readonly source: string; // its line in komainu.yaml
  /** Delivers a mail; resolves with the time of the moment before it became visible, in milliseconds since 1970. */
  readonly deliver: (raw: Uint8Array) => Promise<number>;
}

/** A file written in place, as a person drops it: the source waits until nothing is written any more. */
export async function emlWay(path: string): Promise<Way> {
  await mkdir(path);
  let count = 0;
  return {
    name: 'folder of .eml',
    source: `{ name: eml, kind: directory, path: ${path}, format: eml }`,
    async deliver(raw) {
      const at = Date.now();
      await writeFile(join(path, `${++count}.eml`), raw);
      return at;
    },
  };
}

/** A file renamed into new/, as mail servers deliver: whole when it appears. */
export async function maildirWay(path: string): Promise<Way> {
  for (const folder of ['cur', 'new', 'tmp']) await mkdir(join(path, folder), { recursive: true });
  let count = 0;
  return {
    name: 'Maildir',
    source: `{ name: maildir, kind: directory, path: ${path}, format: maildir }`,
    async deliver(raw) {
      const name = `${++count}.example`;
      await writeFile(join(path, 'tmp', name), raw);
      const at = Date.now();
      await rename(join(path, 'tmp', name), join(path, 'new', name));
      return at;
    },
  };
}

/** Through a Dovecot, which gathers changes for up to half a second before it tells a client that waits (IDLE). */
export const imapWay = ({ host, port, caFile, deliver }: TestDovecot, user: string): Way => ({
  name: 'IMAP',
  // backfill: the first mail may arrive before the service has opened the folder
  source: `{ name: imap, kind: imap, host: ${host}, port: ${port}, ca: ${caFile}, user: ${user}, backfill: 1d }`,
  async deliver(raw) {
    const at = Date.now();
    await deliver(raw, 'INBOX', user);
    return at;
  },
});
