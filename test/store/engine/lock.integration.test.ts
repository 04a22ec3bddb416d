import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDirectory } from '../../../src/store/engine/lock.ts';

const program = fileURLToPath(new URL('lock-child.mjs', import.meta.url));

let folder: string;
const children: ChildProcess[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'komainu-lock-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

/** Another process; `say` sends it a line and gives its answer. */
async function otherProcess(directory = folder) {
  const child = spawn(process.execPath, [program, directory], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  await lines.next();
  const say = async (word: string): Promise<string> => {
    child.stdin!.write(`${word}\n`);
    return (await lines.next()).value as string;
  };
  const kill = async () => {
    const gone = child.exitCode === null ? once(child, 'exit') : null;
    child.kill('SIGKILL');
    await gone;
  };
  return { lock: () => say('lock'), release: () => say('release'), kill };
}

describe('the lock on a data directory', { timeout: 180_000 }, () => {
  it('is refused while another process holds it, and free after it', async () => {
    const other = await otherProcess();
    expect(await other.lock()).toBe('owned');
    await expect(lockDirectory(folder)).rejects.toMatchObject({ name: 'StoreLockedError', code: 'store-locked' });
    expect(await other.release()).toBe('released');
    const lock = await lockDirectory(folder);
    await lock.release();
    expect(await readdir(join(folder, 'lock'))).toEqual([]);
  });

  it('is waited for as long as asked while another process still holds it', async () => {
    const other = await otherProcess();
    await other.lock();
    const waiting = lockDirectory(folder, 180_000);
    await setTimeout(1_000); // more than a process that did not ask to wait is given
    expect(await other.release()).toBe('released');
    const lock = await waiting;
    await lock.release();
  });

  it('is refused inside the same process too', async () => {
    const lock = await lockDirectory(folder);
    await expect(lockDirectory(folder)).rejects.toThrow('another komainu process');
    await lock.release();
  });

  it('is taken over from a process that was killed with -9', async () => {
    const other = await otherProcess();
    await other.lock();
    await other.kill();
    expect(await readdir(join(folder, 'lock'))).toHaveLength(1);
    const lock = await lockDirectory(folder);
    expect(await readdir(join(folder, 'lock'))).toHaveLength(1);
    await lock.release();
  });

  it('goes to one process at most when six race for what a dead one left', async () => {
    let owned = 0;
    for (let round = 0; round < 4; round++) {
      const dead = await otherProcess();
      expect(await dead.lock()).toBe('owned');
      await dead.kill();
      const racers = await Promise.all(Array.from({ length: 6 }, () => otherProcess()));
      const answers = await Promise.all(racers.map((racer) => racer.lock()));
      const owners = answers.filter((answer) => answer === 'owned').length;
      expect(owners, answers.join()).toBeLessThanOrEqual(1);
      owned += owners;
      await Promise.all(racers.map((racer) => racer.kill()));
    }
    expect(owned).toBeGreaterThan(0);
  });

  it('is never held twice however many come and go', async () => {
    let holders = 0;
    let held = 0;
    const visitor = async () => {
      for (let visit = 0; visit < 15; visit++) {
        const lock = await lockDirectory(folder).catch(() => null);
        if (!lock) continue;
        expect(++holders).toBe(1);
        held++;
        await new Promise(setImmediate);
        holders--;
        await lock.release();
      }
    };
    await Promise.all(Array.from({ length: 8 }, visitor));
    expect(held).toBeGreaterThan(0);
  });

  it('works in a directory whose path is too long for a socket', async () => {
    const deep = join(folder, '深い'.repeat(20), 'x'.repeat(100));
    const other = await otherProcess(deep);
    expect(await other.lock()).toBe('owned');
    await expect(lockDirectory(deep)).rejects.toMatchObject({ code: 'store-locked' });
    await other.kill();
    await (await lockDirectory(deep)).release();
  });

  it('says in one sentence that the directory cannot be written', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await expect(lockDirectory(file)).rejects.toMatchObject({
      name: 'StoreError',
      message: `${file}: cannot be written (ENOTDIR). Give it to the user that runs komainu.`,
    });
  });
});
