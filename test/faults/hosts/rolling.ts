import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { shipped } from '../../../src/util/paths.ts';
import { query } from '../../support/shared-servers.ts';
import { isReady } from './balancer.ts';
import type { Host, HostsStage } from './stage.ts';

export const NEW = shipped('dist/main.js');
const PATIENCE_MS = 180_000;
const LOOP_MS = 5_000; // ten starts of a supervisor that goes on

/** What the hosts and whoever updates them met on the way. */
export interface Rolled {
  readonly pending: readonly string[]; // changes of the tables
  readonly failed: string; // what the new version said when a change of the tables failed
  readonly refused: { readonly code: number | null; readonly words: string }; // an old process afterwards
  readonly faults: readonly string[];
}

export async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  const began = performance.now();
  while (!(await holds())) {
    if (performance.now() - began > PATIENCE_MS) throw new Error(`It never came: ${what}.`);
    await pause(100);
  }
}

/** A command to its end. */
export const ended = (command: Promise<string>): Promise<{ readonly code: number; readonly out: string }> =>
  command.then(
    (out) => ({ code: 0, out }),
    ({ code, stdout, stderr }) => ({ code, out: `${stdout}${stderr}` }),
  );

/** “Several hosts, one after another” of docs/operate.md, after the backup: the first change of the tables fails on the way. */
export async function roll({ hosts, databaseUrl }: HostsStage): Promise<Rolled> {
  const { intake, 'screen 1': first, 'screen 2': second, 'web 1': web, 'web 2': other } = hosts;
  const faults: string[] = [];
  const claim = (holds: boolean, fault: string) => void (holds || faults.push(fault));
  for (const { process } of [first, second, intake]) claim((await process.stop()) === 0, 'A part did not end well.');

  await web.process.stop();
  web.update(NEW);
  const check = await ended(web.service.cli('upgrade', '--check', '--json'));
  const pending: string[] = JSON.parse(check.out).store.pending;
  claim(check.code === 1, `The check ended with ${check.code} beside a web of before.`);

  const table = tableOf(pending);
  await query(databaseUrl, `create table ${table} (in_the_way int)`);
  const starts = web.process.ends.starting;
  await web.process.revive();
  await until('the end of a start whose change of the tables fails', () => web.process.ends.starting > starts);
  const failed = lastLineOf(web);
  await pause(LOOP_MS);
  claim(web.process.ends.starting === starts + 1, 'The version whose change of the tables failed was started again.');
  claim(failed.includes(table.split('.')[1]!), `What is in the way was not named: ${failed}`);
  claim(await isReady(other.port!), 'The other web of before was not ready after the change that failed.');
  await first.process.revive();
  await until('a screen of before, after the change that failed', () => first.process.isUp());
  claim((await first.process.stop()) === 0, 'That screen did not end well.');
  await query(databaseUrl, `drop table ${table}`);
  await web.process.kill(); // whether it loops or not

  await web.process.revive();
  await until('the web of the new version', () => isReady(web.port!));
  claim(!(await isReady(other.port!)), 'The web of before was still ready.');
  const refused = await startOf(first);
  claim(refused.code !== null && refused.code !== 0, `An old process started again ended with ${refused.code}.`);
  claim(/newer version/.test(refused.words), `An old process did not say why it ends: ${refused.words}`);

  await other.process.stop();
  for (const host of [other, intake, first, second]) {
    host.update(NEW);
    await host.process.revive();
    await until('a start of the new version', () => host.process.isUp());
  }
  claim(await isReady(other.port!), 'The second web was not ready after its update.');
  return { pending, failed, refused, faults };
}

/** A table that these changes make. */
function tableOf(pending: readonly string[]): string {
  for (const tag of pending) {
    const sql = readFileSync(shipped(`src/store/migrations/${tag}.sql`), 'utf8');
    const made = /^CREATE TABLE (\S+)/m.exec(sql)?.[1];
    if (made !== undefined) return made;
  }
  throw new Error('No change of the tables since then makes one: give --from an earlier commit.');
}

const lastLineOf = ({ service }: Host): string =>
  readFileSync(join(service.folder, 'output.log'), 'utf8').trim().split('\n').at(-1)!;

/** One start, as nobody supervises it. */
async function startOf({ service }: Host) {
  const process = service.spawn('--part', 'screen');
  let words = '';
  for (const stream of [process.stdout, process.stderr]) stream.on('data', (chunk) => (words += chunk));
  const tooLong = setTimeout(() => process.kill('SIGKILL'), PATIENCE_MS);
  const [code] = (await once(process, 'exit')) as [number | null];
  clearTimeout(tooLong);
  return { code, words: words.trim().split('\n').at(-1)! };
}
