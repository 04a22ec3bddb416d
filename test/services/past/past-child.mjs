// Works at the reading of the past named in argv, over the queue, until it is done. Says when it writes mails down.
import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { loadConfig } from '../../../dist/config/index.js';
import { createSignIns } from '../../../dist/intake/index.js';
import { openQueue } from '../../../dist/jobs/index.js';
import { createPastJob } from '../../../dist/services/past/job.js';
import { loadPastRun, openStore } from '../../../dist/store/index.js';

const [folder, run] = process.argv.slice(2);
const log = pino({ level: 'silent' });
const { config, secrets } = loadConfig(null, process.env, folder);
const store = await openStore({ kind: 'pglite', path: `${folder}/store` }, folder, 10_000);
const queue = await openQueue(store.engine, { log, attempts: 3 });
const job = createPastJob({
  ...{ config, db: store.db, log, stop: new AbortController().signal },
  keys: { hash: (value) => value },
  signIns: createSignIns(config, secrets, log),
  now() {
    process.stdout.write('writing\n');
    return new Date();
  },
});
await queue.work('past', job, { concurrency: 1 });
for (;;) {
  if ((await loadPastRun(store.db, run)).state !== 'running') break;
  await queue.addMany('past', [{ key: `past-${run}`, payload: { run } }]);
  await pause(200);
}
process.exit(0);
