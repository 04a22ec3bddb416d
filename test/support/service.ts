import { type ChildProcess, type ChildProcessByStdio, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { shipped } from '../../src/util/paths.ts';

const run = promisify(execFile);
const MAIN = shipped('dist/main.js');

/** The built program as an operator runs it: a folder with komainu.yaml, or none of it, and processes that can be killed. */
export interface TestService {
  readonly folder: string;
  /** Starts a process; resolves when it says that it is up. */
  start(...args: string[]): Promise<RunningService>;
  /** The same process at once, whether it comes up or not. */
  spawn(...args: string[]): ServiceProcess;
  /** Runs a command to its end and gives its standard output. */
  cli(...args: string[]): Promise<string>;
  /** Cases as `cases list --json` gives them. */
  cases(): Promise<{ id: string; band: string | null; subject: string; mails: number }[]>;
  remove(): void;
}

export type ServiceProcess = ChildProcessByStdio<null, Readable, Readable>;

export interface RunningService {
  readonly url: string | null;
  readonly firstLink: string | null;
  /** SIGKILL; resolves when the process is gone. */
  kill(): Promise<void>;
  /** SIGTERM, as a service manager stops it; resolves with the exit code. */
  stop(): Promise<number | null>;
}

/**
 * @param yaml the configuration; null: sample mode
 * @param main the program, asked at each start: another build is an update
 */
export function createService(
  yaml: string | null,
  env: Readonly<Record<string, string>> = {},
  main: () => string = () => MAIN,
): TestService {
  const folder = mkdtempSync(join(tmpdir(), 'komainu-test-app-'));
  if (yaml !== null) writeFileSync(join(folder, 'komainu.yaml'), yaml);
  const environment = { PATH: process.env.PATH, HOME: folder, PORT: '0', ...env };
  const children = new Set<ChildProcess>();

  function spawnService(...args: string[]): ServiceProcess {
    const child = spawn(process.execPath, [main(), 'start', ...args], {
      cwd: folder,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.add(child);
    child.once('exit', () => children.delete(child));
    return child;
  }

  async function cli(...args: string[]): Promise<string> {
    const { stdout } = await run(process.execPath, [main(), ...args], {
      cwd: folder,
      env: environment,
      maxBuffer: 1 << 26,
    });
    return stdout;
  }
  return {
    folder,
    spawn: spawnService,
    cli,
    async start(...args) {
      const child = spawnService(...args);
      const output = await untilStarted(child);
      return {
        url: /(http:\/\/127\.0\.0\.1:\d+)$/m.exec(output)?.[1] ?? null,
        firstLink: /(http:\/\/\S+\/welcome\/\S+)/.exec(output)?.[1] ?? null,
        kill: () => end(child, 'SIGKILL').then(() => {}),
        stop: () => end(child, 'SIGTERM'),
      };
    },
    async cases() {
      const lines = (await cli('cases', 'list', '--json')).split('\n').filter((line) => line !== '');
      return lines.map((line) => JSON.parse(line));
    },
    remove() {
      for (const child of children) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Collects what the process prints until its log says `started`. */
function untilStarted(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const listen = (chunk: Buffer) => {
      output += chunk.toString();
      // The addresses follow the log line on the other stream: a moment later both are there.
      if (output.includes('"msg":"started"')) setTimeout(() => resolve(output), 300);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it started:\n${output}`)));
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const gone = once(child, 'exit');
  child.kill(signal);
  const [code] = await gone;
  return code as number | null;
}
