import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Head } from './chain.ts';

/** Where the newest row of the audit log is remembered beside the database. */
export const headPath = (dataPath: string): string => join(dataPath, 'audit.head');

/** @returns null when nothing was remembered yet. @throws Error when the file holds something else. */
export async function readHead(dataPath: string): Promise<Head | null> {
  const path = headPath(dataPath);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const [, seq, hash] = /^(\d{1,15}) ([0-9a-f]{64})\n$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined)
    throw new Error(`${path} is damaged: it should hold a number and a hash.`);
  return { seq: Number(seq), hash };
}

/** Replaces the file as a whole: killed half-way, the old one is there. */
export async function writeHead(dataPath: string, { seq, hash }: Head): Promise<void> {
  const path = headPath(dataPath);
  await mkdir(dataPath, { recursive: true, mode: 0o700 });
  const next = `${path}.${randomUUID()}.new`; // several processes may write at the same time
  const aside = await open(next, 'w', 0o600);
  try {
    await aside.writeFile(`${seq} ${hash}\n`);
  } finally {
    await aside.close();
  }
  await rename(next, path);
}
