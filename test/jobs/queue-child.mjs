// A worker process: takes screen jobs on the backend named in argv, says which, and never finishes one.
import pino from 'pino';
import { openQueue } from '../../dist/jobs/index.js';
import { openStore } from '../../dist/store/index.js';

const [kind, where, folder] = process.argv.slice(2);
const queue = await openQueue(await backend(), { log: pino({ level: 'silent' }), attempts: 3 });
if (kind === 'pglite') await queue.addMany('screen', [{ key: 'mail-1', payload: { mailId: '1' } }]);
await queue.work(
  'screen',
  async ({ mailId }) => {
    process.stdout.write(`${mailId}\n`);
    await new Promise(() => {});
  },
  { concurrency: 1 },
);

async function backend() {
  switch (kind) {
    case 'redis':
      return { kind, url: where };
    case 'postgres':
      return (await openStore({ kind, url: where }, '.')).engine;
    case 'pglite':
      return (await openStore({ kind, path: where }, folder)).engine;
  }
}
