import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BackupLock, writeBackup } from '../../../src/store/index.ts';

const PHRASE: BackupLock = { kind: 'passphrase', passphrase: 'four words of nobody' };
const NOBODY: BackupLock = { kind: 'recipients', recipients: ['age1nobody'] };

describe('a backup that cannot be written', () => {
  let folder: string;
  const uncaught: unknown[] = [];
  const note = (error: unknown) => uncaught.push(error);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'komainu-'));
    uncaught.length = 0;
    process.on('uncaughtException', note);
  });
  afterEach(() => {
    process.off('uncaughtException', note);
    rmSync(folder, { recursive: true });
  });

  it.each<[string, string, BackupLock | null]>([
    ['a folder that is not there', 'nowhere/all', null],
    ['a folder that is not there, locked', 'nowhere/all', PHRASE],
    ['nobody', 'all', NOBODY],
  ])('for %s is refused once, and ends the dump', async (_, name, lock) => {
    let [goOn, isAsked, isOver] = [() => {}, false, false];
    const waits = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    async function* dump() {
      try {
        for (;;) {
          isAsked = true;
          yield Buffer.from('{}\n');
          await waits;
          throw new Error('the store was closed meanwhile');
        }
      } finally {
        isOver = true;
      }
    }
    await expect(writeBackup(join(folder, name), folder, dump(), lock)).rejects.toThrow();
    goOn();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(uncaught).toEqual([]);
    expect(isOver).toBe(isAsked);
    expect(readdirSync(folder)).toEqual([]);
  });
});
