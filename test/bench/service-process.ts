import { spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { shipped } from '../../src/util/paths.ts';
import { type Figure, measured, missing } from './figures.ts';

/** The built program in a process of its own, seen through what it logs. Disposing stops it. */
export interface ServiceProcess extends AsyncDisposable {
  readonly pid: number;
  readonly startedMs: number; // from spawn until the log says `started`
  /** Tells every event from now on. */
  onEvent(heard: (event: LogEvent) => void): void;
  /** The next event whose message is `message`. Rejects after a minute. */
  nextEvent(message: string): Promise<LogEvent>;
  /** The most memory it has held so far, in MiB; null where the system does not tell (other than Linux). */
  peakMemory(): Promise<number | null>;
}

/** A line of the log. */
export interface LogEvent {
  readonly msg: string;
  readonly time: string; // ISO 8601 in UTC, to the millisecond, by the clock of the service
  readonly [field: string]: unknown;
}

const PATIENCE_MS = 60_000;

/** What Node is told where `npm start` starts it. */
const FLAGS: readonly string[] = JSON.parse(readFileSync(shipped('package.json'), 'utf8')).scripts.start.match(
  /--\S+/g,
);

/** Starts the service in `folder`, all of it unless `args` name a part. @throws when it ends or stays silent before it has started. */
export async function startService(
  folder: string,
  env: Readonly<Record<string, string>> = {},
  ...args: readonly string[]
): Promise<ServiceProcess> {
  const began = performance.now();
  const child = spawn(process.execPath, [...FLAGS, shipped('dist/main.js'), 'start', ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, PORT: '0', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const log = createInterface({ input: child.stderr });
  const gone = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await gone;
  };
  log.on('line', (line) => {
    if (!isEvent(line)) process.stderr.write(`${line}\n`); // what Node says, and why it could not start
  });
  async function nextEvent(message: string): Promise<LogEvent> {
    for await (const [line] of on(log, 'line', { signal: AbortSignal.timeout(PATIENCE_MS), close: ['close'] })) {
      const event: LogEvent | null = isEvent(line) ? JSON.parse(line) : null;
      if (event?.msg === message) return event;
    }
    throw new Error(`The service ended before it logged "${message}".`);
  }
  try {
    await nextEvent('started');
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    pid: child.pid!,
    startedMs: performance.now() - began,
    onEvent: (heard) => void log.on('line', (line) => isEvent(line) && heard(JSON.parse(line))),
    nextEvent,
    async peakMemory() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
      const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
      return kibibytes === undefined ? null : Number(kibibytes) / 1024;
    },
    [Symbol.asyncDispose]: stop,
  };
}

const isEvent = (line: string): boolean => line.startsWith('{');

/** What several processes held at most. */
export function peakMemory(name: string, peaks: readonly (number | null)[]): Figure {
  const known = peaks.filter((peak) => peak !== null);
  return known.length > 0 ? measured(name, 'MiB', known) : missing(name, 'the system does not tell');
}

/** An empty folder for a service; gone when disposed. */
export function serviceFolder(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'komainu-bench-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}
