import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ConfigError } from './error.ts';

/** Keys that never enter the database, each derived for one purpose from one secret. */
export interface Keys {
  /** Keyed hash of a sender or Message-ID: the same for equal values, telling nothing without the key. */
  readonly hash: (value: string) => string;
  readonly session: string; // signs the sessions of the review app
  readonly audit: string; // seals the rows of the audit log
  /** Encrypts a secret of the settings; `about` is what it is a secret of, without which it cannot be opened. */
  readonly seal: (plain: string, about: string) => Uint8Array;
  /** Null: it was sealed with another secret, about something else, or changed since. */
  readonly unseal: (sealed: Uint8Array, about: string) => string | null;
  /** Of the secret itself: kept in the store, so that a process with another one is told apart. It tells nothing without the secret. */
  readonly print: string;
  readonly from: string; // where the secret came from, for people
}

/**
 * The secret comes from `KOMAINU_SECRET`, which processes on several servers must share, else from
 * `<dataPath>/secret.key`, made at the first start with mode 0600. Losing it loses the memory of senders, no mail.
 *
 * @throws ConfigError when that file is empty: everybody knows that secret.
 */
export async function loadKeys(dataPath: string, env: NodeJS.ProcessEnv): Promise<Keys> {
  const path = join(dataPath, 'secret.key');
  const secret = env.KOMAINU_SECRET ? Buffer.from(env.KOMAINU_SECRET, 'utf8') : await secretFile(path);
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'komainu', purpose, 32));
  const hashKey = derive('hash');
  return {
    hash: (value) => createHmac('sha256', hashKey).update(value).digest('base64url').slice(0, 32),
    session: derive('session').toString('base64url'),
    audit: derive('audit').toString('base64url'),
    ...sealing(derive('settings')),
    print: derive('print').toString('base64url'),
    from: env.KOMAINU_SECRET ? 'KOMAINU_SECRET' : path,
  };
}

const SEALED = { way: 'aes-256-gcm', version: 1, nonce: 12, tag: 16 } as const; // bytes

/** AES-256-GCM: version, nonce, tag, text. Nonces are random: a company writes far fewer than 2^32 of them. */
function sealing(key: Buffer): Pick<Keys, 'seal' | 'unseal'> {
  const { way, version, nonce, tag } = SEALED;
  return {
    seal(plain, about) {
      const iv = randomBytes(nonce);
      const cipher = createCipheriv(way, key, iv, { authTagLength: tag }).setAAD(Buffer.from(about));
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(version), iv, cipher.getAuthTag(), text]);
    },
    unseal(sealed, about) {
      if (sealed[0] !== version || sealed.length < 1 + nonce + tag) return null;
      const iv = sealed.subarray(1, 1 + nonce);
      const opening = createDecipheriv(way, key, iv, { authTagLength: tag })
        .setAAD(Buffer.from(about))
        .setAuthTag(sealed.subarray(1 + nonce, 1 + nonce + tag));
      try {
        return Buffer.concat([opening.update(sealed.subarray(1 + nonce + tag)), opening.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}

/** Complete before it has its name: neither kill -9 nor a process that starts beside us ever meets half a secret. */
async function secretFile(path: string): Promise<Buffer> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  if (!existsSync(path)) {
    const aside = `${path}.${randomBytes(6).toString('hex')}`;
    const file = await open(aside, 'wx', 0o600);
    try {
      await file.writeFile(randomBytes(32));
      await file.sync();
      await link(aside, path).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error; // another process was first
      });
    } finally {
      await file.close();
      await rm(aside);
    }
  }
  const secret = await readFile(path);
  if (secret.length === 0) throw new ConfigError(`${path}: is empty. Restore it from a backup or remove it.`);
  return secret;
}
