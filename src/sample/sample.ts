import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Config } from '../config/index.ts';
import { shipped } from '../util/paths.ts';

/**
 * Fills the inbox of sample mode with the invented mails that ship with the project. An inbox that exists is left as it
 * is, so that what a person dropped in or deleted survives a restart.
 *
 * @throws the file system's error when the directory cannot be written.
 */
export async function fillSampleInbox(directory: string): Promise<void> {
  if (existsSync(directory)) return;
  const partial = `${directory}.partial`; // renamed when complete: a killed first start leaves no half-filled inbox
  await rm(partial, { recursive: true, force: true });
  await mkdir(dirname(directory), { recursive: true });
  await cp(shipped('src/sample/mails'), partial, { recursive: true });
  await rename(partial, directory);
}

/** In sample mode, fills the inbox of every source; does nothing for a configured service. */
export async function prepareSample({ sample, sources }: Pick<Config, 'sample' | 'sources'>): Promise<void> {
  for (const source of sample ? sources : []) if (source.kind === 'directory') await fillSampleInbox(source.path);
}
