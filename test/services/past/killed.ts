import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process that works on a run of the store in `folder` and says something after each block. */
export function startPastChild(folder: string, run: string, password: string): ChildProcess {
  const passwords = { KOMAINU_PASSWORD_SUPPORT: password, KOMAINU_PASSWORD_SENT: password };
  return spawn(process.execPath, [fileURLToPath(new URL('past-child.mjs', import.meta.url)), folder, run], {
    env: { ...process.env, ...passwords },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Kills a process with -9 when it has said something so many times, and waits for its end. */
export async function killAfter(child: ChildProcess, times: number): Promise<void> {
  for (let seen = 0; seen < times; seen++) await once(child.stdout!, 'data');
  child.kill('SIGKILL');
  await (child.signalCode ?? once(child, 'exit'));
}
