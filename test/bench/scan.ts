import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shipped } from '../../src/util/paths.ts';
import { ordinaryMails } from './corpus.ts';
import { measured, type Part } from './figures.ts';
import { serviceFolder } from './service-process.ts';

const ROUNDS = 9;

export const scanPart: Part = {
  about: '`komainu scan` of one mail of ordinary.jsonl; anchor: an empty Node, in turn',
  async measure() {
    using folder = serviceFolder();
    const mail = join(folder.path, 'one.eml');
    writeFileSync(mail, ordinaryMails()[0]!.bytes);
    const empty: number[] = [];
    const scan: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      empty.push(await timeOf(folder.path, '-e', '0'));
      scan.push(await timeOf(folder.path, shipped('dist/main.js'), 'scan', mail));
    }
    return [measured('an empty Node', 'ms', empty), measured('scan one.eml', 'ms', scan)];
  },
};

async function timeOf(cwd: string, ...args: readonly string[]): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, args, { cwd, env: { PATH: process.env.PATH, HOME: cwd }, stdio: 'ignore' });
  await once(child, 'exit');
  return performance.now() - began;
}
