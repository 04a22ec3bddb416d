import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { TokenTroubleError } from './trouble.ts';

/** The refresh token of a source, where the provider changes it at each use. */
export interface KeptToken {
  /** The newest one, which another process may have written; else the configured one. */
  read(): Promise<string>;
  /** Keeps a new one over restarts. Rejects when it cannot be written; this process knows it all the same. */
  write(token: string): Promise<void>;
}

const Content = z.object({ from: z.string(), token: z.string().min(1) });

/** Where it is kept over restarts. */
export interface TokenPlace {
  read(): Promise<string>; // '' where nothing was kept
  write(text: string): Promise<void>;
}

/** A file that only its owner can read, as the secret key is. */
export const tokenFile = (path: string): TokenPlace => ({
  read: () => readIfThere(path),
  write: (text) => writeWhole(path, text),
});

/** What is kept counts only for the configured token that it came from: a new one, set by a person, wins. */
export function keptToken(place: TokenPlace, configured: string): KeptToken {
  const from = createHash('sha256').update(configured).digest('base64url');
  let unwritten: string | null = null;
  return {
    async read() {
      if (unwritten !== null) return unwritten;
      const content = contentOf(await place.read());
      return content?.from === from ? content.token : configured;
    },
    async write(token) {
      unwritten = token;
      await place.write(JSON.stringify({ from, token }));
      unwritten = null;
    },
  };
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw new TokenTroubleError('kept-token', null, { cause });
  }
}

function contentOf(text: string): z.output<typeof Content> | null {
  try {
    return Content.parse(JSON.parse(text));
  } catch {
    return null; // none yet, or not ours: then the configured one is all there is
  }
}

/** Either the old content or the new one is there, whenever the power fails. */
async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const partial = `${path}.${process.pid}`;
  const file = await open(partial, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(partial, path);
}
