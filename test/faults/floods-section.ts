import { fork } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { FLOODS } from '../intake/imap/lies/floods.ts';
import { mail } from '../intake/imap/lies/watch.ts';
import { type Lie, startScriptedImap } from '../support/scripted-imap.ts';
import { memoryOf } from './memory.ts';
import { type Section, table, whole } from './section.ts';

const EACH_MS = 5_000;
const MOST_MIB = 200; // more than the process has without a flood; what a flood may add
const TOO_MUCH_MIB = 1_500; // then the process is ended, for the machine's sake
const MIB = 1024 * 1024;

export const floodsSection: Section = {
  title: 'Mail servers that flood',
  async run() {
    const rows: Row[] = [];
    for (const [name, lie] of FLOODS) rows.push(await flood(name, lie));
    return { markdown: text(rows), faults: rows.flatMap(faultsOf) };
  },
};

interface Row {
  readonly name: string;
  readonly grownMib: number; // memory at its peak, above what it was without a flood
  readonly takenMib: number;
  readonly connections: number;
  readonly toldMs: number | null; // until the source said that it was flooded; null: it did not
  readonly besideMs: number | null; // until a mail at the server beside it was there
}

interface Told {
  readonly trouble: string | null;
  readonly well: boolean;
  readonly mails: number;
}

async function flood(name: string, lie: Lie): Promise<Row> {
  let isFlooding = false; // not before all is up and measured
  const server = await startScriptedImap((said, folder) => (isFlooding ? lie(said, folder) : null));
  const beside = await startScriptedImap();
  const child = fork(fileURLToPath(new URL('./flooded.js', import.meta.url)), [
    String(server.port),
    String(beside.port),
  ]);
  let told: Told = { trouble: null, well: false, mails: 0 };
  child.on('message', (message) => {
    told = message as Told;
  });
  try {
    while (!told.well) await pause(50);
    const before = memoryOf(child.pid!);
    const connections = server.connections;
    server.folder.mails.splice(0);
    server.deliver(mail('one'), mail('two'));
    isFlooding = true;
    server.hangUpAll();
    while (server.connections === connections) await pause(20);
    const began = performance.now();
    beside.deliver(mail('beside'));
    let [peak, toldMs, besideMs] = [before, null as number | null, null as number | null];
    while (performance.now() - began < EACH_MS && peak < TOO_MUCH_MIB) {
      await pause(50);
      peak = Math.max(peak, memoryOf(child.pid!));
      if (told.trouble?.includes('sent far more than was asked for')) toldMs ??= performance.now() - began;
      if (told.mails > 0) besideMs ??= performance.now() - began;
    }
    return {
      ...{ name, toldMs, besideMs, grownMib: peak - before },
      ...{ takenMib: server.sent / MIB, connections: server.connections - connections },
    };
  } finally {
    child.kill('SIGKILL');
    await Promise.all([server.stop(), beside.stop()]);
  }
}

function faultsOf({ name, grownMib, toldMs, besideMs }: Row): string[] {
  return [
    ...(grownMib > MOST_MIB ? [`${name}: memory grew by ${whole(grownMib)} MiB.`] : []),
    ...(toldMs === null ? [`${name}: the source did not say that it was flooded.`] : []),
    ...(besideMs === null ? [`${name}: a mail at another server did not come.`] : []),
  ];
}

const text = (rows: readonly Row[]): string => `
A scripted server sends one thing without end, as fast as it is taken; a process that does nothing else watches it and an honest
server beside it for ${EACH_MS / 1000} s. Memory may grow by ${MOST_MIB} MiB, the source must say what is wrong, and a mail at the honest server must
come. How much of each is allowed: \`src/intake/imap/allowance.ts\`.

${table(
  ['without end', 'memory grew by', 'taken', 'connections', 'told after', 'a mail beside it after'],
  rows.map(({ name, grownMib, takenMib, connections, toldMs, besideMs }) => [
    name,
    `${whole(grownMib)} MiB`,
    `${whole(takenMib)} MiB`,
    whole(connections),
    toldMs === null ? '**never**' : `${(toldMs / 1000).toFixed(1)} s`,
    besideMs === null ? '**never**' : `${(besideMs / 1000).toFixed(1)} s`,
  ]),
)}
`;
