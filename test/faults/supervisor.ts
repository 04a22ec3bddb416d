import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ServiceProcess, TestService } from '../support/service.ts';

/** A process that is started again when it ends, as systemd does with our unit: with code 2 it is not. */
export interface Supervised {
  /** SIGKILL, wherever it is in its start or its work; it stays away until it is revived. */
  kill(): Promise<void>;
  revive(): Promise<void>;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** Whether it has come up and still runs. */
  isUp(): boolean;
  /** How it has ended other than by a kill. */
  readonly ends: { readonly starting: number; readonly working: number };
}

const RESTART_MS = 500;
const NEVER_AGAIN = 2; // RestartPreventExitStatus of docs/komainu.service

/** What it logs goes to `<log>.log` in the service's folder. */
export function supervise(service: TestService, log: string, args: readonly string[]): Supervised {
  const ends = { starting: 0, working: 0 };
  let wanted = true;
  let up = false;
  let child = run();

  function run(): ServiceProcess {
    const process = service.spawn(...args);
    const keep = (chunk: Buffer): void => {
      up ||= chunk.includes('"msg":"started"');
      appendFileSync(join(service.folder, `${log}.log`), chunk);
    };
    process.stdout.on('data', keep);
    process.stderr.on('data', keep);
    process.once('exit', async (code) => {
      const wasUp = up;
      up = false;
      if (!wanted) return;
      ends[wasUp ? 'working' : 'starting'] += 1;
      if (code === NEVER_AGAIN) return;
      await pause(RESTART_MS);
      if (wanted && child === process) child = run();
    });
    return process;
  }

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    wanted = false;
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    }
    return child.exitCode;
  }

  return {
    ends,
    isUp: () => up,
    kill: async () => void (await end('SIGKILL')),
    async revive() {
      wanted = true;
      child = run();
    },
    stop: () => end('SIGTERM'),
  };
}
