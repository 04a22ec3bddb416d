import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { type Figure, measured, missing, type Part } from './figures.ts';
import { type ServiceProcess, serviceFolder, startService } from './service-process.ts';

const ROUNDS = 3;
const SETTLED_AFTER_MS = 90_000; // its mails are judged, and threads that nobody needs have ended

export const memoryPart: Part = {
  about:
    'sample mode on PGlite, at rest, in an empty folder and again: memory of all processes, shared pages by their share (PSS); anchor: an empty Node',
  async measure() {
    if (process.platform !== 'linux') return [missing('memory at rest', 'only Linux tells shares of pages')];
    const first: number[] = [];
    const again: number[] = [];
    const web: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      using folder = serviceFolder();
      for (const [sizes, ...args] of [[first], [again], [web, '--part', 'web']] as const) {
        await using service = await startService(folder.path, {}, ...args);
        await pause(SETTLED_AFTER_MS);
        sizes.push(await memoryOf(service));
      }
    }
    const figure = (name: string, sizes: readonly number[]): Figure => measured(name, 'MiB', sizes);
    return [
      figure('an empty Node', [await emptyNode()]),
      figure('at rest, first start', first),
      figure('at rest, second start', again),
      figure('at rest, web alone', web),
    ];
  },
};

const memoryOf = async ({ pid }: Pick<ServiceProcess, 'pid'>): Promise<number> =>
  (await Promise.all((await treeOf(pid)).map(shareOf))).reduce((sum, size) => sum + size, 0);

/** A process and all that it has started. */
async function treeOf(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`);
  const lists = threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => ''));
  const children = (await Promise.all(lists)).flatMap((list) => list.trim().split(' ').filter(Boolean).map(Number));
  return [pid, ...(await Promise.all(children.map(treeOf))).flat()];
}

/** MiB. */
async function shareOf(pid: number): Promise<number> {
  const [, kibibytes] = /^Pss:\s+(\d+)/m.exec(await readFile(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
  return Number(kibibytes) / 1024;
}

async function emptyNode(): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  await pause(2000);
  try {
    return await shareOf(child.pid!);
  } finally {
    child.kill();
  }
}
