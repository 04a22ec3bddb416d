import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { backends } from './backends.ts';
import { type Figure, measured, missing, type Part } from './figures.ts';
import { type ServiceProcess, serviceFolder, startService } from './service-process.ts';

const ROUNDS = 3;
const SETTLED_AFTER_MS = 90_000; // its mails are judged, and threads that nobody needs have ended

export const memoryPart: Part = {
  about:
    'sample mode on PGlite, at rest, in an empty folder and again; each part by itself on PostgreSQL and Redis: memory of all processes, shared pages by their share (PSS); anchor: an empty Node',
  async measure() {
    if (process.platform !== 'linux') return [missing('memory at rest', 'only Linux tells shares of pages')];
    const first: number[] = [];
    const again: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      using folder = serviceFolder();
      for (const sizes of [first, again]) {
        await using service = await startService(folder.path);
        await pause(SETTLED_AFTER_MS);
        sizes.push(await memoryOf(service));
      }
    }
    return [
      measured('an empty Node', 'MiB', [await emptyNode()]),
      measured('at rest, first start', 'MiB', first),
      measured('at rest, second start', 'MiB', again),
      ...(await partsAlone()),
    ];
  },
};

/** A part runs by itself only where several processes may use the store. */
async function partsAlone(): Promise<readonly Figure[]> {
  const backend = backends.find(({ name }) => name === 'PostgreSQL and Redis')!;
  const obstacle = backend.obstacle();
  if (obstacle !== null) return [missing('each part by itself', obstacle)];
  await using running = await backend.start();
  using folder = serviceFolder();
  await mkdir(join(folder.path, 'mails'));
  await writeFile(
    join(folder.path, 'komainu.yaml'),
    `sources:\n  - { name: support, kind: directory, path: ${join(folder.path, 'mails')}, format: eml }\n`,
  );
  const figures: Figure[] = [];
  for (const part of ['web', 'intake', 'screen']) {
    const sizes: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      await using service = await startService(folder.path, running.env, '--part', part);
      await pause(SETTLED_AFTER_MS);
      sizes.push(await memoryOf(service));
    }
    figures.push(measured(`at rest, ${part} alone, PostgreSQL and Redis`, 'MiB', sizes));
  }
  return figures;
}

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
