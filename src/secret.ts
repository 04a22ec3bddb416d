import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Keys that never enter the database, each derived for one purpose from one secret. */
export interface Keys {
  /** Keyed hash of a sender or Message-ID: the same for equal values, telling nothing without the key. */
  readonly hash: (value: string) => string;
  readonly session: string; // signs the desk's sessions
  readonly audit: string; // seals the rows of the audit log
}

/**
 * The secret comes from `KOMAINU_SECRET`, which processes on several servers must share, else from
 * `<dataPath>/secret.key`, made at the first start with mode 0600. Losing it loses the memory of senders, no mail.
 */
export async function loadKeys(dataPath: string, env: NodeJS.ProcessEnv): Promise<Keys> {
  const secret = env.KOMAINU_SECRET ? Buffer.from(env.KOMAINU_SECRET, 'utf8') : await secretFile(dataPath);
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'komainu', purpose, 32));
  const hashKey = derive('hash');
  return {
    hash: (value) => createHmac('sha256', hashKey).update(value).digest('base64url').slice(0, 32),
    session: derive('session').toString('base64url'),
    audit: derive('audit').toString('base64url'),
  };
}

async function secretFile(dataPath: string): Promise<Buffer> {
  const path = join(dataPath, 'secret.key');
  await mkdir(dataPath, { recursive: true, mode: 0o700 });
  try {
    const file = await open(path, 'wx', 0o600); // fails when another process was first
    await file.writeFile(randomBytes(32));
    await file.sync();
    await file.close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFile(path);
}
