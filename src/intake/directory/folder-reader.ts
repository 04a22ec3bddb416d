import { createHash } from 'node:crypto';
import { emlKey, listNames, type MailName, maildirKey, type ReadResult, readMailFile, statFiles } from './files.ts';
import type { Layout } from './layout.ts';
import { createSettling } from './settling.ts';

/** A mail of a directory source; the key is the same whenever and wherever the same mail is seen. */
export interface FoundMail {
  readonly key: string;
  readonly raw: Uint8Array;
  readonly receivedAt: Date;
}

/** What a look left undone. */
export interface Rest {
  readonly settling: boolean; // some mail may still be written: look again soon
  readonly unreadable: boolean;
}

/**
 * Hands every mail that it has not yet handed over to `take`, and resolves when all of them are taken.
 *
 * @param changed names of files that may have changed since the last look; null: any may have.
 */
export type Look = (changed: ReadonlySet<string> | null, take: (mail: FoundMail) => Promise<void>) => Promise<Rest>;

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Reads a folder of .eml files or a Maildir. A file that it has read is not opened again while it looks the same. */
export function folderReader({ kind, folders }: Exclude<Layout, { kind: 'mbox' }>): Look {
  const settling = createSettling();
  let taken = new Map<string, string>(); // key -> stamp
  const isRenamedIn = kind === 'maildir'; // its files are whole when they appear
  const keyOf = isRenamedIn ? maildirKey : emlKey;
  return async (changed, take) => {
    const kept = new Map<string, string>();
    const waiting = new Set<string>();
    const unreadable = new Set<string>();
    const suspects: MailName[] = [];
    for (const file of await listNames(folders, keyOf)) {
      const stamp = taken.get(file.key);
      if (stamp === undefined || changed === null || changed.has(file.name)) suspects.push(file);
      else kept.set(file.key, stamp); // to ask the system about ten thousand files takes longer than a mail may
    }
    for (const file of await statFiles(suspects)) {
      const { key, stamp, modifiedAt } = file;
      if (taken.get(key) === stamp) {
        kept.set(key, stamp);
        continue;
      }
      const result = isRenamedIn || settling.mayRead(file) ? await readMailFile(file) : CHANGED;
      switch (result.kind) {
        case 'unreadable':
          unreadable.add(key);
          break;
        case 'changed':
          waiting.add(key);
          break;
        case 'read':
          if (isRenamedIn || settling.mayTake(file, result.raw)) {
            await take({ key: `${key}\0${sha256(result.raw)}`, raw: result.raw, receivedAt: modifiedAt });
            kept.set(key, stamp);
          } else {
            waiting.add(key);
          }
          break;
      }
    }
    taken = kept; // what is gone is forgotten
    settling.retain(new Set([...waiting, ...unreadable]));
    return { settling: waiting.size > 0, unreadable: unreadable.size > 0 };
  };
}

const CHANGED: ReadResult = { kind: 'changed' };
