import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { StoreError } from '../engine/errors.ts';

/** How a backup is locked: for whoever knows a passphrase, or has the identity of one of the recipients (`age1…`). */
export type BackupLock =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'recipients'; readonly recipients: readonly string[] };

/** What may open it. */
export interface BackupKeys {
  readonly passphrase: string | null;
  readonly identities: readonly string[]; // AGE-SECRET-KEY-1…
}

/** How every file of age begins (https://age-encryption.org/v1), so that the program `age` opens a backup too. */
export const AGE_START = 'age-encryption.org/v1';

/** @throws StoreError when a recipient is none */
export async function locked(plain: Readable, lock: BackupLock): Promise<Readable> {
  const { Encrypter } = await import('age-encryption'); // large, and rarely needed
  const encrypter = new Encrypter();
  try {
    if (lock.kind === 'passphrase') encrypter.setPassphrase(lock.passphrase);
    else for (const one of lock.recipients) encrypter.addRecipient(one);
  } catch (cause) {
    throw new StoreError('A recipient is not one of age: they begin with age1.', { cause });
  }
  return Readable.fromWeb((await encrypter.encrypt(webStream(plain))) as ReadableStream);
}

/** @throws StoreError when none of the keys opens it */
export async function unlocked(file: Readable, { passphrase, identities }: BackupKeys): Promise<Readable> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  try {
    if (passphrase !== null) decrypter.addPassphrase(passphrase);
    for (const one of identities) decrypter.addIdentity(one);
    return Readable.fromWeb((await decrypter.decrypt(webStream(file))) as ReadableStream);
  } catch (cause) {
    throw new StoreError(
      'The backup is encrypted, and neither passphrase nor identity opens it. Nothing was restored.',
      {
        cause,
      },
    );
  }
}

/** The library asks for a stream of the web, of which Node's types and the DOM's do not agree. */
const webStream = (from: Readable) => Readable.toWeb(from) as unknown as globalThis.ReadableStream<Uint8Array>;
